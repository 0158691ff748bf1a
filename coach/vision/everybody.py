"""Everybody in the pictures of one stream, those too whom a larger person outshines."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from coach.arrays import Rgb
from coach.motion.poses.pose import Pose
from coach.motion.tracking.people import CORE
from coach.vision.pose_detector import PeopleDetector

# Around the landmarks, in parts of the person's height or breadth.
MARGIN = 0.12
GREY = 127
# Beside grey boxes the network takes more things for people: those it sees less surely than this
# (mean visibility from head to feet), or smaller than this part of the picture's shorter side, are
# none. In four scenes 0.96 and more of people who were overlooked; 0.9 and less of things, or tiny.
SURE, SMALLEST = 0.92, 0.12


class Everybody:
    """Looks twice at each picture: as it is, and with those who were found painted over.

    The network overlooks a small person beside a large one in picture after picture, and finds the
    same one once the large one is gone (docs/accuracy.md).

    first, rest: a detector for each of the two looks, since each remembers where people were.
    """

    def __init__(self, first: PeopleDetector, rest: PeopleDetector) -> None:
        self._first = first
        self._rest = rest

    def detect_all(self, rgb: Rgb, t: float) -> tuple[Pose, ...]:
        """Everybody in a (h, w, 3) picture at t seconds, in any order; somebody may be there
        twice. Raises what the detectors raise."""
        found = self._first.detect_all(rgb, t)
        if not found:
            return found
        rest = self._rest.detect_all(paint_over_others(rgb, None, found), t)
        return (*found, *(pose for pose in rest if _is_believed(pose)))

    def close(self) -> None:
        """Let go of both. May be called again."""
        self._first.close()
        self._rest.close()


def paint_over_others(rgb: Rgb, mine: Pose | None, others: Iterable[Pose]) -> Rgb:
    """The picture with everybody else painted over, as far as they are not before the person.

    The same array where there is nobody else.
    """
    others = list(others)
    if not others:
        return rgb
    painted = rgb.copy()
    for other in others:
        painted[_around(other)] = GREY
    if mine is not None:
        place = _around(mine)
        painted[place] = rgb[place]
    return painted


def _is_believed(pose: Pose) -> bool:
    reach = float(np.ptp(pose.pixels[CORE], axis=0).max())
    return pose.visibility[CORE].mean() >= SURE and reach >= SMALLEST * min(pose.size)


def _around(pose: Pose) -> tuple[slice, slice]:
    """Rows and columns of a person, with a margin for hair, hands and feet."""
    low, high = pose.pixels.min(axis=0), pose.pixels.max(axis=0)
    margin = MARGIN * float((high - low).max())
    (left, top), (right, bottom) = (low - margin).tolist(), (high + margin).tolist()
    return slice(max(0, int(top)), max(0, int(bottom))), slice(
        max(0, int(left)), max(0, int(right))
    )
