"""What the app answers beside its pages, on the same address."""
