"""The one person among several that somebody pointed at, from the first picture to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from coach.arrays import Rgb
from coach.files.errors import FileError
from coach.motion.look_schedule import Sighting
from coach.motion.poses.pose import Pose
from coach.motion.tracking.following import (
    NEAR_S,
    Following,
    Target,
    choose_person,
    earlier_numbers,
    follow,
    target_on,
)
from coach.motion.tracking.people import Found, People, Person, trunk_distance, update_people
from coach.texts import say, say_list
from coach.tracks.pose_spool import PoseSpool
from coach.vision.appearance import Clothes
from coach.vision.everybody import paint_over_others
from coach.vision.pose_detector import PeopleDetector, PoseDetector

MOST_PEOPLE = 5
"""How many are told apart in a stream; each costs the network's time in every picture."""

# Between two pictures nobody moves further than this.
HERE_M = 0.6


class FollowedDetector:
    """Looks at every picture of one video, in order, and sees nobody but the person pointed at.

    Two detectors work on it: one finds everybody, which tells where the person is; the other is
    shown the person alone, since it is steady only where it looks for one. With nobody else in the
    video the poses are those that it gives without all this.

    `scout` must come first: it looks ahead to the moment of pointing, and only then is it known who
    of those at the beginning was meant. What it saw is kept, so that no picture is looked at twice.
    """

    def __init__(
        self,
        everybody: PeopleDetector,
        one: PoseDetector,
        clothes: Clothes,
        target: Target,
        size: tuple[int, int],
    ) -> None:
        """clothes: the colours that a person wears. size: of the pictures, in pixels."""
        self._everybody = everybody
        self._one = one
        self._clothes = clothes
        self._target = target
        self._people = People()
        self._spool = PoseSpool(size)
        self._kept: Iterator[tuple[float, dict[int, Pose]]] = iter(())
        self._numbers: frozenset[int] = frozenset()
        self._following = Following(0)
        self._last: Pose | None = None

    def scout(
        self,
        pictures: Iterable[tuple[float, Rgb]],
        progress: Callable[[int, float], None] = lambda _frames, _t: None,
    ) -> None:
        """Look at the pictures from the first to a little after the target's time.

        Raises FileError where nobody is seen then, and where nobody is where it was pointed at.
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
        number = choose_person(self._target, near)
        if number is None:
            raise FileError(_nobody(self._target, near))
        self._numbers = earlier_numbers(number, first, last)
        self._following = Following(number, last[number])
        self._kept = self._spool.read()

    def look(self, rgb: Rgb, t: float) -> Sighting:
        """The pose of the person followed in a (h, w, 3) picture at t seconds."""
        mine, others = self._whereabouts(rgb, t)
        pose = None
        if mine is not None or not others:
            pose = self._one.detect(paint_over_others(rgb, mine, others), t)
        pose = self._believed(pose, mine, others)
        self._last = pose or self._last
        return Sighting(pose)

    def _whereabouts(self, rgb: Rgb, t: float) -> tuple[Pose | None, list[Pose]]:
        """The person, where they are seen, and all others in the picture."""
        kept = next(self._kept, None)
        if kept is not None:
            numbers, there = self._numbers, kept[1]
        else:
            self._see(rgb, t)
            self._following = follow(self._following, self._people, t)
            numbers = frozenset({self._following.number})
            there = {person.number: person.pose for person in self._people.at(t)}
        mine = next((pose for number, pose in there.items() if number in numbers), None)
        return mine, [pose for number, pose in there.items() if number not in numbers]

    def _believed(self, pose: Pose | None, mine: Pose | None, others: list[Pose]) -> Pose | None:
        """What the second detector found, if that is the person; else what the first one found."""
        if mine is None:
            # Seen by the second one only: the person, if they are where they just were.
            last = self._last
            near = pose is not None and last is not None and trunk_distance(pose, last) < HERE_M
            return pose if near else None
        if not others:
            return pose
        if pose is None or min(trunk_distance(pose, other) for other in others) < trunk_distance(
            pose, mine
        ):
            return mine
        return pose

    def close(self) -> None:
        """Let go of the model and of what was kept. May be called again."""
        self._everybody.close()
        self._one.close()
        self._spool.close()

    def _see(self, rgb: Rgb, t: float) -> None:
        poses = self._everybody.detect_all(rgb, t)
        self._people = update_people(
            self._people, t, [Found(p, self._clothes(rgb, p)) for p in poses]
        )


def _nobody(target: Target, near: Sequence[tuple[float, People]]) -> str:
    """Why nobody is followed, and who could be."""
    there = [(t, people.at(t)) for t, people in near if people.at(t)]
    if not there:
        return say("file.nobody_to_follow", seconds=target.t)
    t, people = min(there, key=lambda scene: abs(scene[0] - target.t))
    targets = [target_on(person.pose, t) for person in people]
    return say(
        "file.nobody_there",
        x=target.x,
        y=target.y,
        seconds=target.t,
        people=say_list(one.text for one in targets),
    )
