"""Poses, measures, exercises and the tracker. Pure: the standard library and numpy, and
pydantic, by which a set is described."""
