"""What a rep was worth: its faults, its score, and whether it could be judged at all."""
