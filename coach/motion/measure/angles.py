"""Angles at a joint and of a segment against upright, in degrees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from coach.motion.measure.reading import Reading, Side, combine, place, upwards
from coach.motion.poses import kinematics
from coach.motion.poses.body import Body, Space
from coach.motion.poses.joints import Joint


@dataclass(frozen=True)
class Angle:
    """Inner angle at `vertex` in degrees; 180 is straight."""

    a: Joint
    vertex: Joint
    b: Joint
    space: Space = Space.WORLD
    side: Side = Side.BOTH
    unit: ClassVar[str] = "deg"

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints it needs."""
        return (self.a, self.vertex, self.b)

    def read(self, body: Body) -> Reading:
        """The angle now."""

        def one(side: int | None) -> float:
            a, vertex, b = (place(body, self.space, side, j) for j in self.joints)
            return kinematics.angle(a, vertex, b)

        return combine(body, self.side, self.joints, one)


@dataclass(frozen=True)
class Tilt:
    """Degrees of the segment low-to-high from upright: 0 standing, 90 level."""

    low: Joint
    high: Joint
    space: Space = Space.WORLD
    side: Side = Side.BOTH
    unit: ClassVar[str] = "deg"

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints it needs."""
        return (self.low, self.high)

    def read(self, body: Body) -> Reading:
        """The tilt now."""
        up = upwards(body, self.space)

        def one(side: int | None) -> float:
            low, high = (place(body, self.space, side, j) for j in self.joints)
            return kinematics.tilt(low, high, up)

        return combine(body, self.side, self.joints, one)
