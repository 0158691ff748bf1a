"""Several people on one picture, walking where they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from coach.motion.tracking.people import Found, People, update_people
from tests.motion.figures import Camera, squat
from tests.motion.figures import seen as pose_of

FPS = 15
RED, BLUE = (
    np.repeat([[1.0, 0.2, 0.2]], 3, axis=0).ravel(),
    np.repeat([[0.2, 0.2, 1.0]], 3, axis=0).ravel(),
)

Place = Callable[[float], float | None]
"""Where somebody is at each second, as a part of the picture's width; None is out of sight."""


def somebody(t: float, x: float, *, knee: float = 172.0, scale: float = 150.0) -> Found:
    camera = Camera(turn=90.0, scale=scale, place=(x, 0.9))
    return Found(pose_of(t, squat(knee), camera))


def scenes(
    places: Sequence[Place], seconds: float, *, knees: Sequence[float] = ()
) -> Iterator[tuple[float, list[Found]]]:
    """The answers of a detector in each picture; the first person's first."""
    for i in range(round(seconds * FPS)):
        t = i / FPS
        found = []
        for k, place in enumerate(places):
            x = place(t)
            if x is not None:
                found.append(somebody(t, x, knee=knees[k] if knees else 172.0))
        yield t, found


def watched(
    places: Sequence[Place], seconds: float, *, knees: Sequence[float] = ()
) -> list[tuple[float, People]]:
    """Everybody after each picture."""
    people, after = People(), []
    for t, found in scenes(places, seconds, knees=knees):
        people = update_people(people, t, found)
        after.append((t, people))
    return after


def number_at(people: People, t: float, x: float) -> int | None:
    """Who stands at x, within a twentieth of the picture."""
    for person in people.at(t):
        if abs(float(person.pose.image[[23, 24], 0].mean()) - x) < 0.08:
            return person.number
    return None
