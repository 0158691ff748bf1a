"""A video or a track, from its first picture to the report of a set."""
