"""How well a joint must be seen, 0 to 1: the levels that all rules share."""

GUESS = 0.3
"""What a landmark outside the picture counts for at most: a guess, however sure the network is."""

SEEN = 0.32
"""Enough to follow a movement by: just above a guess. The heavy model is less sure of wrists near
the floor than the full one (0.33 to 0.44), and right about them."""

CLEAR = 0.5
"""Enough to judge by, and to draw: more likely seen than hidden."""
