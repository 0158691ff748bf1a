"""Poses and what they are made of: landmarks, joints, angles between points, tracks, views."""
