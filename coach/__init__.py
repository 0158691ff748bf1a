"""The fitness coach: landmarks in, reps, holds, faults and one clear cue out."""

__version__ = "0.1.0"
"""Of the app, the command line and the API. CHANGELOG.md says what came with it."""
