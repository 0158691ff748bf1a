"""Clips made on the fly, and a detector that needs no network to see somebody in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from coach.motion.poses.pose import Pose
from coach.video.writer import writing

FRAMES = 12


def somebody(t: float, size: tuple[int, int]) -> Pose:
    """Not a likely person, but a valid pose whose numbers differ from frame to frame."""
    rng = np.random.default_rng(round(t * 1000))
    image = rng.random((33, 3), dtype=np.float32)
    return Pose.from_arrays(t, image, image - 0.5, image[:, 0], size)


class FakeDetector:
    """Sees somebody in every picture that is not black."""

    def __init__(self, model: str, people: int = 1, quiet: bool = False) -> None:
        self.model = model

    def detect(self, rgb: Any, t: float) -> Pose | None:
        return somebody(t, (rgb.shape[1], rgb.shape[0])) if rgb.max() > 50 else None

    def detect_all(self, rgb: Any, t: float) -> tuple[Pose, ...]:
        """One who stands still, since nobody knows again who is another one in each picture."""
        if rgb.max() <= 50:
            return ()
        still = somebody(0.0, (rgb.shape[1], rgb.shape[0]))
        return (Pose.from_arrays(t, still.image, still.world, still.visibility, still.size),)

    def close(self) -> None:
        """Nothing is held."""


def make_clip(path: Path, brightness: int) -> Path:
    with writing(path) as video:
        for i in range(FRAMES):
            video.write(i / 30, np.full((48, 64, 3), brightness, np.uint8))
    return path
