"""The live page: camera, choices, numbers, and what to do when there is no picture."""
