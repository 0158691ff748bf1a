"""What a measure reads, and the policies by which left and right become one number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from math import isnan, nan
from typing import Protocol

from coach.motion.poses import kinematics
from coach.motion.poses.body import Body, Space
from coach.motion.poses.joints import Joint
from coach.motion.poses.kinematics import Point


class Side(Enum):
    """How two sides become one value.

    NEAR: the side nearer to the camera. BOTH: their mean, each weighted by the square of its
    visibility. SMALLER and LARGER: of the two values. MIDDLE: one value, measured on the points
    half-way between left and right. LEFT and RIGHT: the person's own, alone.
    """

    NEAR = "near"
    BOTH = "both"
    SMALLER = "smaller"
    LARGER = "larger"
    MIDDLE = "middle"
    LEFT = "left"
    RIGHT = "right"


ALONE = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True)
class Reading:
    """A measured value (degrees or a ratio; NaN if unknown) and how well it was seen, 0 to 1."""

    value: float
    visibility: float

    def at(self, visible: float) -> float:
        """The value; NaN where it was seen less well than that (0 to 1)."""
        return self.value if self.visibility >= visible else nan


UNREAD = Reading(nan, 0.0)


class Measure(Protocol):
    """What an exercise can be built from: anything frozen that reads one number off a body."""

    @property
    def unit(self) -> str:
        """deg, ratio or m."""

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints it needs, to be shown where it is at fault."""

    def read(self, body: Body) -> Reading:
        """The number now."""


def place(body: Body, space: Space, side: int | None, joint: Joint) -> Point:
    """A joint's place on side 0 (left) or 1 (right); None: half-way between both."""
    points = body.points(space)
    if side is None:
        left, right = joint.sides
        return kinematics.middle(points[left], points[right])
    return points[joint.sides[side]]


def upwards(body: Body, space: Space) -> Point:
    """Which way is up: in the world as the body told (coach.motion.poses.upright), where it did."""
    return body.up if body.up is not None and space is Space.WORLD else kinematics.UP


def visibility_of(body: Body, side: int | None, joints: tuple[Joint, ...]) -> float:
    """How well these joints are seen, 0 to 1: the least of them, for None of both sides."""
    sides = (0, 1) if side is None else (side,)
    return min([body.seen[joint.sides[i]] for joint in joints for i in sides])


def combine(
    body: Body, side: Side, joints: tuple[Joint, ...], value: Callable[[int | None], float]
) -> Reading:
    """Left and right made one; `value` is called with 0 (left), 1 (right) or None (middle)."""
    if side is Side.MIDDLE:
        return Reading(value(None), visibility_of(body, None, joints))
    if side in (Side.NEAR, *ALONE):
        index = body.near if side is Side.NEAR else ALONE.index(side)
        return Reading(value(index), visibility_of(body, index, joints))
    clear = (visibility_of(body, 0, joints), visibility_of(body, 1, joints))
    left, right = value(0), value(1)
    if isnan(left) or isnan(right):
        return UNREAD
    if side is Side.BOTH:
        weights = (clear[0] ** 2 + 1e-6, clear[1] ** 2 + 1e-6)
        mean = (left * weights[0] + right * weights[1]) / (weights[0] + weights[1])
        return Reading(mean, max(clear))
    chosen = min(left, right) if side is Side.SMALLER else max(left, right)
    return Reading(chosen, min(clear))
