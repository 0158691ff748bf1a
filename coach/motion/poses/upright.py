"""Which way is up: the body tells, however the camera is held. Pure.

World landmarks lean with a camera that looks up or down, and by themselves towards the camera
(docs/accuracy.md). A person who stands, stands upright; one who rests on hands and toes, rests on
the floor.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import radians, sin, sqrt

from coach.motion.exercise import Exercise
from coach.motion.fast_replace import replace
from coach.motion.measure.visibility import CLEAR
from coach.motion.poses import kinematics
from coach.motion.poses.body import Body
from coach.motion.poses.joints import Joint
from coach.motion.poses.kinematics import Point

# Knees that stay soft read 145 degrees, hips of a person who stands 150 and more; a bow begins
# below.
STRAIGHT = 135.0
# Single pictures sway by some degrees; a camera that is moved is followed all the same.
STEADY_S = 0.5
# What is steeper than this is no floor: a person who stands, or bends down.
STEEPEST = sin(radians(30.0))


@dataclass(frozen=True)
class Upright:
    """Towards where a standing body points: a vector of about unit length in world space."""

    up: Point
    t: float


def learn(stands: tuple[Joint, ...], before: Upright | None, body: Body) -> Upright | None:
    """What is known after one more body that does not move.

    stands: joints that stand over one another, from low to high. Nothing is learned of a body that
    is bent at one of them, or does not show them.
    """
    if not stands or body.visible(*stands) < CLEAR:
        return before
    places = [_middle(body, joint) for joint in stands]
    bends = zip(places, places[1:], places[2:], strict=False)
    if any(not kinematics.angle(a, vertex, b) >= STRAIGHT for a, vertex, b in bends):
        return before
    up = _direction(places[0], places[-1])
    if up is None or before is None:
        return before if up is None else Upright(up, body.t)
    part = min(1.0, (body.t - before.t) / STEADY_S)
    x, y, z = (a + (b - a) * part for a, b in zip(before.up, up, strict=True))
    return Upright((x, y, z), body.t)


def upright(exercise: Exercise, known: Upright | None, body: Body) -> Body:
    """The body, knowing which way is up as far as this exercise shows it."""
    up = None if known is None else known.up
    if exercise.rests is not None:
        up = _over_floor(exercise.rests, body) or up
    return body if up is None else replace(body, up=up)


def _over_floor(rests: tuple[Joint, Joint], body: Body) -> Point | None:
    """Upright over the line on which the body rests, as little turned as can be; None where that
    line is too steep to be a floor."""
    floor = _direction(_middle(body, rests[0]), _middle(body, rests[1]))
    if floor is None or abs(floor[1]) > STEEPEST:
        return None
    level = sqrt(1 - floor[1] ** 2)
    return (floor[0] * floor[1] / level, -level, floor[2] * floor[1] / level)


def _middle(body: Body, joint: Joint) -> Point:
    return kinematics.middle(*(body.world[i] for i in joint.sides))


def _direction(start: Point, end: Point) -> Point | None:
    length = kinematics.distance(start, end)
    if not length > 0:
        return None
    x, y, z = ((b - a) / length for a, b in zip(start, end, strict=True))
    return (x, y, z)
