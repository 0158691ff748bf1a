"""The colours that somebody wears, to know them again."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from coach.arrays import FloatArray, Rgb
from coach.motion.poses.pose import Landmark, Pose

Clothes = Callable[[Rgb, Pose], FloatArray]
"""Gives the colours of what a person wears, as `clothes_colours` does."""

L = Landmark
# Places between shoulders and hips, and between hips and knees, as parts of the way; away from the
# edges, where the ground shows.
_ACROSS = (0.3, 0.5, 0.7)
_PARTS = ((0.15, 0.3, 0.45), (0.55, 0.7, 0.85))
_THIGH = (0.25, 0.4, 0.55)


def clothes_colours(rgb: Rgb, pose: Pose) -> FloatArray:
    """Mean red, green and blue of the upper trunk, the lower trunk and the thighs: 9 numbers from
    0 to 1. rgb: the (h, w, 3) picture that the pose was seen in."""
    p = pose.pixels
    left, right = p[[L.LEFT_SHOULDER, L.LEFT_HIP]], p[[L.RIGHT_SHOULDER, L.RIGHT_HIP]]
    colours = []
    for part in _PARTS:
        edges = [(a + (b - a) * down) for a, b in (left, right) for down in part]
        half = len(part)
        places = [
            near + (far - near) * across
            for near, far in zip(edges[:half], edges[half:], strict=True)
            for across in _ACROSS
        ]
        colours.append(_mean(rgb, np.array(places)))
    thighs = [
        p[hip] + (p[knee] - p[hip]) * down
        for hip, knee in ((L.LEFT_HIP, L.LEFT_KNEE), (L.RIGHT_HIP, L.RIGHT_KNEE))
        for down in _THIGH
    ]
    colours.append(_mean(rgb, np.array(thighs)))
    return np.concatenate(colours)


def _mean(rgb: Rgb, places: FloatArray) -> FloatArray:
    height, width = rgb.shape[:2]
    columns = np.clip(places[:, 0], 0, width - 1).astype(np.intp)
    rows = np.clip(places[:, 1], 0, height - 1).astype(np.intp)
    colour: FloatArray = rgb[rows, columns].mean(axis=0) / 255
    return colour
