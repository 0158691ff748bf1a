"""Poses, measures, exercises and the tracker. Pure: the standard library and numpy."""
