"""A picture of a drawn person, and where the published full model sees their landmarks: what is
compared with it is known to see people on this machine, or known not to.

The drawing is made by tests/drawn_figure.py.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from coach.arrays import Rgb
from coach.motion.poses.pose import Pose

_FOLDER = Path(__file__).parent

NOISE = 0.02
"""How far a landmark may lie from where it was recorded, in widths and heights of the picture.
Processors and versions of MediaPipe differ by rounding alone; the models among each other by less
than this on the drawing; somebody seen in the wrong place by more."""


@dataclass(frozen=True)
class Comparison:
    """What a detector says of the reference picture."""

    people: int
    """How many it sees; one is right."""
    distance: float
    """Of the landmark that lies farthest from where it was recorded, in widths and heights of the
    picture; infinite where nobody is seen."""

    @property
    def right(self) -> bool:
        """Whether the detector can be trusted."""
        return self.people == 1 and self.distance <= NOISE


@cache
def reference_picture() -> Rgb:
    """The drawn person, (480, 360, 3) RGB; not writable."""
    with Image.open(_FOLDER / "figure.png") as image:
        picture = np.array(image.convert("RGB"), dtype=np.uint8)
    picture.setflags(write=False)
    return picture


@cache
def recorded_landmarks() -> npt.NDArray[np.float64]:
    """Where the published full model sees the 33 landmarks: (33, 2), x and y in widths and heights
    of the picture; not writable."""
    recorded = json.loads((_FOLDER / "landmarks.json").read_text(encoding="utf-8"))
    landmarks = np.array(recorded["landmarks"], dtype=np.float64)
    landmarks.setflags(write=False)
    return landmarks


def compare(poses: tuple[Pose, ...]) -> Comparison:
    """What was seen in the reference picture beside what is to be seen there."""
    if not poses:
        return Comparison(0, float("inf"))
    distances = (np.abs(pose.image[:, :2] - recorded_landmarks()).max() for pose in poses)
    return Comparison(len(poses), float(min(distances)))
