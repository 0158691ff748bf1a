"""The fitness coach: landmarks in, reps, holds, faults and one clear cue out."""
