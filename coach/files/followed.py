"""The one person among several that somebody pointed at, from the first picture to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from coach.files.errors import FileError
from coach.files.orientation import Rgb
from coach.files.pose_spool import PoseSpool
from coach.motion.following import NEAR_S, Following, Target, chosen, earlier, followed
from coach.motion.pace import Sighting
from coach.motion.people import Found, People, Person, seen
from coach.motion.pose import FloatArray, Pose
from coach.motion.smoothing import Smooth, smooth
from coach.texts import say

MOST_PEOPLE = 5
"""How many are told apart in a stream; each costs the network's time in every picture."""

Clothes = Callable[[Rgb, Pose], FloatArray]


class FindsEverybody(Protocol):
    """What finds people in a picture (coach.vision.detector.Detector)."""

    def detect_all(self, rgb: Rgb, t: float) -> tuple[Pose, ...]:
        """Everybody in a (h, w, 3) uint8 picture at t seconds, in any order."""

    def close(self) -> None:
        """Let go of the model."""


class FollowedDetector:
    """Looks at every picture of one video, in order, and sees nobody but the person pointed at.

    `scout` must come first: it looks ahead to the moment of pointing, and only then is it known who
    of those at the beginning was meant. What it saw is kept, so that no picture is looked at twice.
    """

    def __init__(
        self, detector: FindsEverybody, clothes: Clothes, target: Target, size: tuple[int, int]
    ) -> None:
        """clothes: the colours that a person wears. size: of the pictures, in pixels."""
        self._detector = detector
        self._clothes = clothes
        self._target = target
        self._people = People()
        self._spool = PoseSpool(size)
        self._kept: Iterator[tuple[float, dict[int, Pose]]] = iter(())
        self._numbers: frozenset[int] = frozenset()
        self._following = Following(0)
        self._smooth: Smooth | None = None

    def scout(
        self,
        pictures: Iterable[tuple[float, Rgb]],
        progress: Callable[[int, float], None] = lambda _frames, _t: None,
    ) -> None:
        """Look at the pictures from the first to a little after the target's time.

        Raises FileError where nobody is seen then.
        """
        near: list[tuple[float, People]] = []
        first: dict[int, Person] = {}
        last: dict[int, Person] = {}
        for count, (t, rgb) in enumerate(pictures, start=1):
            if t > self._target.t + NEAR_S:
                break
            self._see(rgb, t)
            there = self._people.at(t)
            self._spool.write(t, ((person.number, person.pose) for person in there))
            for person in there:
                first.setdefault(person.number, person)
                last[person.number] = person
            if t >= self._target.t - NEAR_S:
                near.append((t, self._people))
            progress(count, t)
        number = chosen(self._target, near)
        if number is None:
            raise FileError(say("file.nobody_to_follow", seconds=self._target.t))
        self._numbers = earlier(number, first, last)
        self._following = Following(number, last[number])
        self._kept = self._spool.read()

    def look(self, rgb: Rgb, t: float) -> Sighting:
        """The pose of the person followed in a (h, w, 3) picture at t seconds, smoothed."""
        kept = next(self._kept, None)
        if kept is not None:
            poses = [pose for number, pose in kept[1].items() if number in self._numbers]
            return self._sighting(poses[0] if poses else None)
        self._see(rgb, t)
        self._following = followed(self._following, self._people, t)
        last = self._following.last
        return self._sighting(last.pose if last is not None and last.pose.t == t else None)

    def close(self) -> None:
        """Let go of the model and of what was kept. May be called again."""
        self._detector.close()
        self._spool.close()

    def _see(self, rgb: Rgb, t: float) -> None:
        poses = self._detector.detect_all(rgb, t)
        self._people = seen(self._people, t, [Found(p, self._clothes(rgb, p)) for p in poses])

    def _sighting(self, pose: Pose | None) -> Sighting:
        if pose is None:
            return Sighting(None)
        self._smooth = smooth(self._smooth, pose)
        return Sighting(self._smooth.pose)
