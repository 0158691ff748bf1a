"""An analysed video played, with its reps, curves and moments."""
