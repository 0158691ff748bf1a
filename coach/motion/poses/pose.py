"""One pose: 33 landmarks at one time, and the only door by which foreign arrays enter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from coach.arrays import FloatArray
from coach.errors import CoachError


class PoseError(CoachError, ValueError):
    """Arrays that are not a pose; the message is one sentence for a person."""


class Landmark(IntEnum):
    """The 33 BlazePose landmarks, in MediaPipe's order. Left and right are the person's own."""

    NOSE = 0
    LEFT_EYE_INNER = 1
    LEFT_EYE = 2
    LEFT_EYE_OUTER = 3
    RIGHT_EYE_INNER = 4
    RIGHT_EYE = 5
    RIGHT_EYE_OUTER = 6
    LEFT_EAR = 7
    RIGHT_EAR = 8
    MOUTH_LEFT = 9
    MOUTH_RIGHT = 10
    LEFT_SHOULDER = 11
    RIGHT_SHOULDER = 12
    LEFT_ELBOW = 13
    RIGHT_ELBOW = 14
    LEFT_WRIST = 15
    RIGHT_WRIST = 16
    LEFT_PINKY = 17
    RIGHT_PINKY = 18
    LEFT_INDEX = 19
    RIGHT_INDEX = 20
    LEFT_THUMB = 21
    RIGHT_THUMB = 22
    LEFT_HIP = 23
    RIGHT_HIP = 24
    LEFT_KNEE = 25
    RIGHT_KNEE = 26
    LEFT_ANKLE = 27
    RIGHT_ANKLE = 28
    LEFT_HEEL = 29
    RIGHT_HEEL = 30
    LEFT_FOOT_INDEX = 31
    RIGHT_FOOT_INDEX = 32


LANDMARK_COUNT = len(Landmark)


def _checked(name: str, values: npt.ArrayLike, shape: tuple[int, ...]) -> FloatArray:
    array = np.array(values, dtype=np.float64)
    if array.shape != shape:
        raise PoseError(f"{name} must have shape {shape}, not {array.shape}.")
    if not np.isfinite(array).all():
        raise PoseError(f"{name} holds a value that is not a finite number.")
    array.setflags(write=False)
    return array


@dataclass(frozen=True, eq=False)
class Pose:
    """One person at one time. Make it with `from_arrays`, which checks; the arrays are
    read-only."""

    t: float
    """Seconds."""
    image: FloatArray
    """(33, 3), x and y over the picture's width and height (0 to 1 inside it, y down), z in units
    of the width."""
    world: FloatArray
    """(33, 3) metres, y down, origin between the hips."""
    visibility: FloatArray
    """(33,) 0 to 1."""
    size: tuple[int, int]
    """Width and height of the picture in pixels."""

    @classmethod
    def from_arrays(
        cls,
        t: float,
        image: npt.ArrayLike,
        world: npt.ArrayLike,
        visibility: npt.ArrayLike,
        size: tuple[int, int],
    ) -> Pose:
        """Copy foreign arrays into a pose. Raises PoseError on a wrong shape or a NaN."""
        if not np.isfinite(t):
            raise PoseError("The time of a pose must be a finite number of seconds.")
        width, height = int(size[0]), int(size[1])
        if width <= 0 or height <= 0:
            raise PoseError(f"A picture of {width} x {height} pixels holds no pose.")
        return cls(
            t=float(t),
            image=_checked("image", image, (LANDMARK_COUNT, 3)),
            world=_checked("world", world, (LANDMARK_COUNT, 3)),
            visibility=_checked("visibility", visibility, (LANDMARK_COUNT,)),
            size=(width, height),
        )

    @property
    def pixels(self) -> FloatArray:
        """(33, 2) x and y in pixels, so that lengths and angles are not skewed by the aspect."""
        return self.image[:, :2] * np.array(self.size, dtype=np.float64)
