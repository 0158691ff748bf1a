"""The same motion for a camera that looks down or up, rebuilt from the world landmarks. Pure."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from coach.arrays import FloatArray
from coach.motion.poses.joints import Joint
from coach.motion.poses.track import Track

# How far away the camera stands, in metres.
DISTANCE_M = 3.0
# The part of the picture that the motion fills at most, so that nothing leaves it.
FILLS = 0.85


def tilted(down: float) -> Callable[[Track], Track]:
    """As seen by a camera that looks down by so many degrees more than the real one (negative: up).

    The body is where the world landmarks are, moved as its hips moved in the picture; what the
    network would make of such a picture is another question.
    """
    angle = np.radians(down)
    turn = np.array(
        [[1, 0, 0], [0, np.cos(angle), -np.sin(angle)], [0, np.sin(angle), np.cos(angle)]]
    )

    def seen(track: Track) -> Track:
        if not np.isfinite(track.world).any():
            return track
        points = _placed(track) @ turn.T
        depth = np.maximum(points[:, :, 2:] + DISTANCE_M, DISTANCE_M / 4)
        flat = points[:, :, :2] / depth
        low, high = np.nanmin(flat, axis=(0, 1)), np.nanmax(flat, axis=(0, 1))
        size = np.array(track.size, dtype=np.float64)
        zoom = float((FILLS * size / np.maximum(high - low, 1e-6)).min())
        world = points - _hips(points)
        image = np.concatenate(
            [
                (flat - (low + high) / 2) * zoom / size + 0.5,
                world[:, :, 2:] * zoom / DISTANCE_M / size[0],
            ],
            axis=2,
        )
        return Track.from_arrays(track.t, image, world, track.visibility, track.size)

    return seen


def _hips(points: FloatArray) -> FloatArray:
    middle: FloatArray = points[:, list(Joint.HIP.value)].mean(axis=1, keepdims=True)
    return middle


def _placed(track: Track) -> FloatArray:
    """World landmarks (n, 33, 3) in metres, moved as the hips move across the picture."""
    pixels = track.image[:, :, :2] * np.array(track.size, dtype=np.float64)
    spread = pixels - pixels.mean(axis=1, keepdims=True)
    metres = track.world[:, :, :2] - track.world[:, :, :2].mean(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        scale = np.nanmedian((spread * metres).sum(axis=(1, 2)) / (metres**2).sum(axis=(1, 2)))
    hips = _hips(pixels)
    places = np.zeros((len(track.t), 1, 3))
    places[:, :, :2] = (hips - np.nanmedian(hips, axis=0)) / scale
    placed: FloatArray = track.world + places
    return placed
