"""A request read: its body, its form, what it may choose."""
