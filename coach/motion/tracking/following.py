"""Whom to follow among several people, and where they are now. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

import numpy as np

from coach.arrays import FloatArray
from coach.motion.poses.joints import TRUNK
from coach.motion.poses.pose import Landmark, Pose
from coach.motion.tracking.people import Found, People, Person, unlikeness

# A person pointed at may be unseen in that very picture: so far before and after it counts too.
NEAR_S = 0.5
# Further from the bones than this part of the body's longer side is beside the body.
REACH = 0.25
# What a second costs beside the way to the person, in diagonals of the picture.
LATE_PER_S = 0.2
# A person who is out of sight for so long and comes back may have got another number; they are
# taken for the same person when they look so alike.
LOST_S = 0.7
ALIKE = 0.6

L = Landmark
# From and to: the trunk's edges and diagonals, the limbs, and the neck.
_FROM, _TO = (
    np.array(ends)
    for ends in zip(
        (L.LEFT_SHOULDER, L.RIGHT_SHOULDER), (L.LEFT_HIP, L.RIGHT_HIP),
        (L.LEFT_SHOULDER, L.LEFT_HIP), (L.RIGHT_SHOULDER, L.RIGHT_HIP),
        (L.LEFT_SHOULDER, L.RIGHT_HIP), (L.RIGHT_SHOULDER, L.LEFT_HIP),
        (L.LEFT_SHOULDER, L.LEFT_ELBOW), (L.LEFT_ELBOW, L.LEFT_WRIST),
        (L.RIGHT_SHOULDER, L.RIGHT_ELBOW), (L.RIGHT_ELBOW, L.RIGHT_WRIST),
        (L.LEFT_HIP, L.LEFT_KNEE), (L.LEFT_KNEE, L.LEFT_ANKLE),
        (L.RIGHT_HIP, L.RIGHT_KNEE), (L.RIGHT_KNEE, L.RIGHT_ANKLE),
        (L.NOSE, L.LEFT_SHOULDER), (L.NOSE, L.RIGHT_SHOULDER),
        strict=True,
    )
)  # fmt: skip


_PART = r"(?:0(?:\.[0-9]{0,9})?|1(?:\.0{0,9})?|\.[0-9]{1,9})"
_SECONDS = r"(?:[0-9]{1,6}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})"
TARGET = rf"{_PART},{_PART}(?:@{_SECONDS})?"
"""How somebody is pointed at in words: X,Y or X,Y@SECONDS, X and Y from 0 to 1 (`0.5,0.4@2`)."""


@dataclass(frozen=True)
class Target:
    """Somebody pointed at."""

    x: float
    y: float
    """Parts of the picture's width and height, 0 to 1."""
    t: float = 0.0
    """Seconds."""

    @property
    def text(self) -> str:
        """As TARGET has it, fit to be read by a person too."""
        return f"{self.x:.4f},{self.y:.4f}@{self.t:.3f}"

    def turned(self, quarters: int) -> Target:
        """The same place in the picture turned clockwise by so many quarters."""
        x, y = self.x, self.y
        for _ in range(quarters % 4):
            x, y = 1 - y, x
        return Target(x, y, self.t)


def target_of(text: str) -> Target:
    """Read what is written as TARGET says. Raises ValueError."""
    if not re.fullmatch(TARGET, text):
        raise ValueError(text)
    place, _, seconds = text.partition("@")
    x, y = map(float, place.split(","))
    return Target(x, y, float(seconds or 0))


def target_on(pose: Pose, t: float) -> Target:
    """Where to point so that somebody seen at t seconds is followed: the middle of the trunk."""
    x, y = np.clip(pose.image[TRUNK, :2].mean(axis=0), 0.0, 1.0).tolist()
    return Target(round(x, 4), round(y, 4), round(t, 3))


@dataclass(frozen=True, eq=False)
class Following:
    """Who is followed, and where they are."""

    number: int
    """Of the person followed, as People gives them."""
    last: Person | None = None
    """The person as last seen."""


def choose_person(target: Target, scenes: Iterable[tuple[float, People]]) -> int | None:
    """The number of the person whose bones are nearest to the target, or None where nobody is
    within REACH of it.

    scenes: (seconds, everybody after that picture), those around the target's time among them.
    """
    best, number = inf, None
    for t, people in scenes:
        late = abs(t - target.t)
        if late > NEAR_S:
            continue
        for person in people.at(t):
            way = _way(person.pose, target)
            if way > REACH * float(np.ptp(person.pose.pixels, axis=0).max()):
                continue
            cost = way / float(np.hypot(*person.pose.size)) + LATE_PER_S * late
            if cost < best:
                best, number = cost, person.number
    return number


def follow(following: Following, people: People, t: float) -> Following:
    """The state after the picture at t seconds. Who left the picture is looked for among those who
    came later; `last` is of time t where the person is seen."""
    last = following.last
    for person in people.known:
        if person.number == following.number:
            last = person
    if last is None or t - last.pose.t < LOST_S:
        return Following(following.number, last)
    back = [
        person
        for person in people.at(t)
        if person.since > last.pose.t and _alike(last, person) <= ALIKE
    ]
    if not back:
        return Following(following.number, last)
    first = min(back, key=lambda person: (person.since, _alike(last, person), person.number))
    return Following(first.number, first)


def earlier_numbers(
    number: int, first: Mapping[int, Person], last: Mapping[int, Person]
) -> frozenset[int]:
    """All numbers that the person may have had before: back in time, as `follow` goes forward.

    first, last: everybody who was seen, by number, as first and as last seen.
    """
    numbers = [number]
    while True:
        person = first[numbers[-1]]
        before = [
            other
            for other in last.values()
            if other.pose.t < person.since and _alike(other, person) <= ALIKE
        ]
        if not before:
            return frozenset(numbers)
        numbers.append(max(before, key=lambda other: (other.pose.t, other.number)).number)


def _alike(a: Person, b: Person) -> float:
    return unlikeness(a, Found(b.pose, b.clothes))


def _way(pose: Pose, target: Target) -> float:
    """From the target to the nearest bone, in pixels."""
    width, height = pose.size
    points = pose.pixels - np.array([target.x * width, target.y * height])
    start, along = points[_FROM], points[_TO] - points[_FROM]
    lengths: FloatArray = np.maximum((along**2).sum(axis=1), 1e-9)
    share = np.clip(-(start * along).sum(axis=1) / lengths, 0.0, 1.0)
    nearest = start + along * share[:, None]
    return float(np.hypot(nearest[:, 0], nearest[:, 1]).min())
