"""The live coach: one session between the camera's frames and the page, and its connection."""
