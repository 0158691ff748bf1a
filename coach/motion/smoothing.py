"""Poses of one person made steady over time, as MediaPipe does it where it sees one person alone.

The One-Euro filter (Casiez, Roussel, Vogel 2012) with the settings of MediaPipe's pose landmarker,
which smooths only when it looks for a single person. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import pi

import numpy as np

from coach.motion.pose import FloatArray, Landmark, Pose

# Hertz, and hertz for each body size (of the picture) or metre (of the world) a second.
IMAGE_CUTOFF, IMAGE_BETA = 0.05, 80.0
WORLD_CUTOFF, WORLD_BETA = 0.1, 40.0
SPEED_CUTOFF = 1.0
VISIBILITY_SHARE = 0.1
# After a pause the person may be anywhere: nothing is carried over it.
PAUSE_S = 0.5


@dataclass(frozen=True, eq=False)
class _Signal:
    """raw: the newest values; value, speed: smoothed."""

    raw: FloatArray
    value: FloatArray
    speed: FloatArray


@dataclass(frozen=True, eq=False)
class Smooth:
    """The state after a picture. pose: the smoothed one. Begin with `smooth(None, pose)`."""

    pose: Pose
    image: _Signal
    world: _Signal


def smooth(before: Smooth | None, pose: Pose) -> Smooth:
    """The state after one more pose of the same person."""
    width, height = pose.size
    pixels = pose.image * (width, height, width)
    wait = pose.t - before.pose.t if before is not None else 0.0
    if before is None or not 0 < wait <= PAUSE_S:
        return Smooth(pose, _begin(pixels), _begin(pose.world))
    image = _next(before.image, pixels, wait, 1 / _size(pose), IMAGE_CUTOFF, IMAGE_BETA)
    world = _next(before.world, pose.world, wait, 1.0, WORLD_CUTOFF, WORLD_BETA)
    seen = before.pose.visibility
    seen = seen + VISIBILITY_SHARE * (pose.visibility - seen)
    places = image.value / (width, height, width)
    return Smooth(Pose.from_arrays(pose.t, places, world.value, seen, pose.size), image, world)


def _begin(values: FloatArray) -> _Signal:
    return _Signal(values, values, np.zeros_like(values))


def _next(
    before: _Signal, raw: FloatArray, wait: float, scale: float, cutoff: float, beta: float
) -> _Signal:
    speed = (raw - before.raw) * (scale / wait)
    speed = before.speed + (speed - before.speed) * _share(SPEED_CUTOFF, wait)
    share = _share(cutoff + beta * np.abs(speed), wait)
    return _Signal(raw, before.value + (raw - before.value) * share, speed)


def _share(cutoff: FloatArray | float, wait: float) -> FloatArray | float:
    """How much of a new value counts at once, when slower changes than `cutoff` pass (hertz)."""
    return 1 / (1 + 1 / (2 * pi * cutoff * wait))


def _size(pose: Pose) -> float:
    """The side of the square around the person that MediaPipe cuts out, in pixels."""
    pixels = pose.pixels
    hips = pixels[Landmark.LEFT_HIP : Landmark.RIGHT_HIP + 1].mean(axis=0)
    away = pixels - hips
    return max(2.5 * float(np.hypot(away[:, 0], away[:, 1]).max()), 1.0)
