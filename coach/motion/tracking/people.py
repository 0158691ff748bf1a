"""Who is who from picture to picture: a number for each person that stays. Pure.

A detector gives the people of each picture in any order. Each is compared with where everybody
known should be by now, how large they were, how they stood and what they wear; the whole picture is
matched at once, so that two who cross keep their numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log

import numpy as np

from coach.arrays import FloatArray
from coach.motion.fast_replace import replace
from coach.motion.poses.joints import TRUNK
from coach.motion.poses.pose import Landmark, Pose
from coach.motion.tracking.assignment import assign

# Somebody out of sight is waited for this long at the place where they should be.
FORGET_S = 3.0
# What it may cost to be the same person: 1 is half a metre away, a body seen 2.7 times as large, or
# clothes of half the brightness.
LIMIT = 1.5
STEP_M = 0.5
# Where somebody out of sight should be gets less certain: after a second, distances count 1 / 2.5.
DOUBT_PER_S = 1.5
CLOTHES = 2.0
# Somebody just come may be an error of the detector: who was here before goes first.
NEW, NEW_S = 0.5, 0.5
# Two answers whose trunks are nearer to each other than this are one person whom the detector sees
# twice: the limbs may well differ.
SAME_M = 0.2
# Walking is followed within this, and somebody out of sight goes on for about as long.
STEADY_S = 0.25
COAST_S = 0.5
# Clothes look other in another light, and are learnt anew within so many seconds.
LEARN_S = 2.0

CORE = np.array(
    [
        landmark
        for landmark in Landmark
        if landmark.name.endswith(("NOSE", "SHOULDER", "HIP", "KNEE", "ANKLE"))
    ]
)
"""Landmarks from head to feet, without the limbs that are seldom still."""


@dataclass(frozen=True, eq=False)
class Found:
    """One answer of the detector."""

    pose: Pose
    clothes: FloatArray | None = None
    """Colours on the trunk and the thighs as numbers from 0 to 1, of one length for everybody, or
    None where nobody looked."""


@dataclass(frozen=True, eq=False)
class Person:
    """What is remembered of one."""

    number: int
    """From 1 on, in order of appearance."""
    pose: Pose
    """As last seen, at pose.t."""
    clothes: FloatArray | None
    velocity: FloatArray
    """Pixels a second of the body's middle."""
    since: float
    """When first seen (s)."""


@dataclass(frozen=True, eq=False)
class People:
    """Everybody who is known, those just seen among them, and how many numbers were given."""

    known: tuple[Person, ...] = ()
    numbers: int = 0

    def at(self, t: float) -> tuple[Person, ...]:
        """Those who were seen at t seconds, by number."""
        return tuple(person for person in self.known if person.pose.t == t)


def update_people(people: People, t: float, found: Iterable[Found]) -> People:
    """Everybody after the picture at t seconds, later than the one before.

    The order of `found` changes nothing. Answers that show one person twice count once.
    """
    there = distinct(found)
    known = [person for person in people.known if t - person.pose.t <= FORGET_S]
    costs = [[_cost(person, other, t) for other in there] for person in known]
    places = assign(costs, LIMIT)
    after = [
        person if place is None else _moved(person, there[place], t, crowded=len(there) > 1)
        for person, place in zip(known, places, strict=True)
    ]
    numbers = people.numbers
    for i, newcomer in enumerate(there):
        if i not in places:
            numbers += 1
            after.append(Person(numbers, newcomer.pose, newcomer.clothes, np.zeros(2), t))
    return People(tuple(after), numbers)


def distinct(found: Iterable[Found]) -> list[Found]:
    """Each person once, by the answer that is surest of itself, from left to right."""
    kept: list[Found] = []
    surest = sorted(
        sorted(found, key=_order), key=lambda one: -float(one.pose.visibility[CORE].mean())
    )
    for one in surest:
        if all(trunk_distance(one.pose, other.pose) >= SAME_M for other in kept):
            kept.append(one)
    return sorted(kept, key=_order)


def unlikeness(person: Person, found: Found) -> float:
    """How little an answer looks like somebody, wherever they are: size and clothes."""
    cost = abs(log(_scale(found.pose) / _scale(person.pose)))
    if person.clothes is not None and found.clothes is not None:
        cost += CLOTHES * float(np.abs(person.clothes - found.clothes).mean())
    return cost


def trunk_distance(a: Pose, b: Pose) -> float:
    """How far two trunks are from each other, in metres measured on the smaller one."""
    return _length(a.pixels[TRUNK] - b.pixels[TRUNK]) / min(_scale(a), _scale(b))


def _middle(pose: Pose) -> FloatArray:
    middle: FloatArray = pose.pixels[CORE].mean(axis=0)
    return middle


def _cost(person: Person, found: Found, t: float) -> float:
    waited = t - person.pose.t
    ahead = person.velocity * (COAST_S * (1 - exp(-waited / COAST_S)))
    way = found.pose.pixels[CORE] - (person.pose.pixels[CORE] + ahead)
    metres = 2 * _length(way) / (_scale(person.pose) + _scale(found.pose))
    steps = metres / STEP_M / (1 + DOUBT_PER_S * waited)
    new = NEW * max(0.0, 1 - (person.pose.t - person.since) / NEW_S)
    return steps + new + unlikeness(person, found)


def _moved(person: Person, found: Found, t: float, *, crowded: bool) -> Person:
    waited = t - person.pose.t
    speed = (_middle(found.pose) - _middle(person.pose)) / waited
    share = 1 - exp(-waited / STEADY_S)
    clothes = found.clothes if person.clothes is None else person.clothes
    if person.clothes is not None and found.clothes is not None and not crowded:
        # Beside somebody the other's clothes may be what is seen: nothing is learnt from that.
        clothes = person.clothes + (found.clothes - person.clothes) * (1 - exp(-waited / LEARN_S))
    return replace(
        person,
        pose=found.pose,
        clothes=clothes,
        velocity=person.velocity + (speed - person.velocity) * share,
    )


def _scale(pose: Pose) -> float:
    """Pixels a metre: how large somebody is seen, however they stand."""
    image, world = pose.pixels[CORE], pose.world[CORE, :2]
    return max(_spread(image), 1.0) / max(_spread(world), 0.05)


def _spread(points: FloatArray) -> float:
    """How far points are from their middle, in their unit."""
    return float(np.sqrt(((points - points.mean(axis=0)) ** 2).sum(axis=1).mean()))


def _length(ways: FloatArray) -> float:
    return float(np.hypot(ways[:, 0], ways[:, 1]).mean())


def _order(found: Found) -> tuple[float, ...]:
    """From left to right; no two answers that differ are alike in it."""
    return (*_middle(found.pose).tolist(), *found.pose.image.ravel().tolist())
