"""Pictures as arrays: from a video connection and back, mirrored, and in part."""
