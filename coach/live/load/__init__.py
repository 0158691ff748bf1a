"""How many the machine serves, how well, and what gives way when it is busy."""
