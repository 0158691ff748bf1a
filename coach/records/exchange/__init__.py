"""Sets as files that a person takes away and brings back."""
