"""A detector for one person's training: sees nobody while somebody else is in the picture."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import Protocol

from coach.arrays import Rgb
from coach.motion.fast_replace import replace
from coach.motion.look_schedule import Sighting
from coach.motion.poses.pose import Pose
from coach.motion.tracking.reidentification import is_alike, meet, nobody_yet
from coach.vision.appearance import Clothes
from coach.vision.everybody import paint_over_others
from coach.vision.pose_detector import PeopleDetector

EVERY_S = 0.5
"""Seconds between two looks for the person who trains, while somebody else is seen."""

# So long others are painted over, until the network follows the person who is back.
STEER_S = 0.5


class PacedLook(Protocol):
    """What follows one person (coach.vision.paced_detector.PacedDetector)."""

    def look(self, rgb: Rgb, t: float, gap_s: float = 0.0) -> Sighting:
        """The pose in a (h, w, 3) picture at t seconds."""

    def carried(self, t: float) -> Pose | None:
        """The newest pose moved along to t seconds."""

    def close(self) -> None:
        """Let go of the model."""


class WaitingDetector:
    """Wraps a paced detector for one stream, in order.

    people: makes what finds everybody, for the moment at which the person who trains may be back
    beside somebody else; made when it is first needed. clothes: the colours that a person wears.
    """

    def __init__(
        self, detector: PacedLook, people: Callable[[], PeopleDetector], clothes: Clothes
    ) -> None:
        self._detector = detector
        self._make_people = people
        self._people: PeopleDetector | None = None
        self._clothes = clothes
        self._known = nobody_yet()
        self._anew = False
        self._due = -inf
        self._steered = -inf
        self._mine: Pose | None = None
        self._others: list[Pose] = []

    def look(self, rgb: Rgb, t: float, gap_s: float = 0.0) -> Sighting:
        """As PacedDetector.look has it, of the person who trains: no pose and `stranger` while
        somebody else is seen, no pose while that is not yet known."""
        if self._anew:
            self._anew, self._known, self._steered = False, nobody_yet(), -inf
        shown = paint_over_others(rgb, self._mine, self._others) if t < self._steered else rgb
        sighting = self._detector.look(shown, t, gap_s)
        pose = sighting.pose
        if sighting.fresh and pose is not None:
            self._known = meet(self._known, pose, lambda: self._clothes(rgb, pose))
            if self._known.stranger and t >= self._due:
                self._due = t + EVERY_S
                self._seek(rgb, t)
        if pose is None or not self._known.doubted:
            return sighting
        return replace(sighting, pose=None, stranger=self._known.stranger)

    def carried(self, t: float) -> Pose | None:
        """As PacedDetector.carried has it, of the person who trains."""
        return None if self._known.doubted else self._detector.carried(t)

    def welcome(self) -> None:
        """The person who is seen from now on is the one who trains. For any thread."""
        self._anew = True

    def close(self) -> None:
        """Let go of the models."""
        self._detector.close()
        if self._people is not None:
            self._people.close()

    def _seek(self, rgb: Rgb, t: float) -> None:
        """Look whether the person who trains is back beside the one who is followed."""
        if self._people is None:
            self._people = self._make_people()
        found = self._people.detect_all(rgb, t)
        mine = [pose for pose in found if is_alike(self._known, self._clothes(rgb, pose))]
        if len(mine) == 1:
            self._steered = t + STEER_S
            (self._mine,) = mine
            self._others = [pose for pose in found if pose is not self._mine]
