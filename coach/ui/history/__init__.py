"""The history page: all sets of one person, and one of them."""
