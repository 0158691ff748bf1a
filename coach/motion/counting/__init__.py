"""From measures to positions, reps and holds."""
