"""Analyses of uploaded videos: each in a process of its own, at low priority, within limits."""
