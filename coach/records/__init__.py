"""What people did, kept: sets, reps with their evidence, and the movement itself."""
