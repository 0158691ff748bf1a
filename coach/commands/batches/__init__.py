"""Many videos analyzed by one command, on all cores, and again after a break."""
