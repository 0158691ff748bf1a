"""Signed distances: how far one joint is above, beneath or ahead of another."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from math import hypot, nan
from typing import ClassVar

from coach.motion.fast_replace import replace
from coach.motion.measure.reading import (
    UNREAD,
    Reading,
    Side,
    combine,
    place,
    upwards,
    visibility_of,
)
from coach.motion.poses import kinematics
from coach.motion.poses.body import Body, Space
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import View


@dataclass(frozen=True)
class Offset:
    """How far `point` lies above (+) or below (-) the line start-end, over that line's length.

    Only a side or an oblique view shows it: read on the picture. The line's length is
    its true one: half turned from the camera a body looks shorter, and would seem to sag the more.
    """

    point: Joint
    start: Joint
    end: Joint
    side: Side = Side.NEAR
    unit: ClassVar[str] = "ratio"

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints it needs."""
        return (self.point, self.start, self.end)

    def read(self, body: Body) -> Reading:
        """The offset now."""
        if body.view is View.FRONT:
            return UNREAD

        def one(side: int | None) -> float:
            point, start, end = (place(body, Space.IMAGE, side, j) for j in self.joints)
            return kinematics.offset(point, start, end) * _shown(body, side, self.start, self.end)

        return combine(body, self.side, self.joints, one)


def _shown(body: Body, side: int | None, start: Joint, end: Joint) -> float:
    """The part of a segment's length that the picture shows: 1 from the side, less half turned.

    From the side depth would only add its own error: it is the network's weak axis.
    """
    if body.view is not View.OBLIQUE:
        return 1.0
    a, b = (place(body, Space.WORLD, side, joint) for joint in (start, end))
    length = kinematics.distance(a, b)
    return kinematics.distance(kinematics.flat(a), kinematics.flat(b)) / length if length else nan


@dataclass(frozen=True)
class Rise:
    """How far `point` is above (+) or below (-) `base`, over the length of a chain of joints."""

    point: Joint
    base: Joint
    over: tuple[Joint, ...]
    space: Space = Space.WORLD
    side: Side = Side.BOTH
    unit: ClassVar[str] = "ratio"

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints it needs."""
        return (self.point, self.base, *self.over)

    def read(self, body: Body) -> Reading:
        """The height over the chain's length now."""
        up = upwards(body, self.space)

        def one(side: int | None) -> float:
            point, base, *chain = (place(body, self.space, side, j) for j in self.joints)
            length = sum(kinematics.distance(a, b) for a, b in itertools.pairwise(chain))
            return kinematics.rise(base, point, up) / length if length else nan

        return combine(body, self.side, self.joints, one)


SCALE_JOINTS = (Joint.SHOULDER, Joint.HIP, Joint.KNEE, Joint.ANKLE)


def pixels_per_metre(body: Body) -> float:
    """The picture's scale at the body: the same segments in pixels and in metres, both seen flat.

    Foreshortening shortens both alike, so that a bent shank does not change the scale.
    """
    pixels = metres = 0.0
    for a, b in itertools.pairwise(SCALE_JOINTS):
        for i, j in zip(a.sides, b.sides, strict=True):
            pixels += kinematics.distance(body.image[i], body.image[j])
            flat = (kinematics.flat(body.world[i]), kinematics.flat(body.world[j]))
            metres += kinematics.distance(*flat)
    return pixels / metres if metres else nan


@dataclass(frozen=True)
class Lift:
    """How far `point` has risen since the movement began, in metres in the picture.

    A camera that follows the person moves `base` along, so that what `base` has risen is taken off;
    a `base` that seems to sink is misread, and adds nothing.
    """

    point: Joint
    base: Joint
    side: Side = Side.NEAR
    unit: ClassVar[str] = "m"

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints it needs."""
        return (self.point, self.base)

    def read(self, body: Body) -> Reading:
        """The rise now; unread before any movement."""
        start, scale = body.start, pixels_per_metre(body)
        if start is None or not scale:
            return UNREAD
        before = replace(body, image=start)

        def one(side: int | None) -> float:
            point, base = (
                place(before, Space.IMAGE, side, joint)[1]
                - place(body, Space.IMAGE, side, joint)[1]
                for joint in self.joints
            )
            return (point - max(0.0, base)) / scale

        return combine(body, self.side, self.joints, one)


@dataclass(frozen=True)
class Ahead:
    """How far `point` is in front of `base`, the way the person faces, over a segment's length.

    Only a side or an oblique view shows it: read on the picture.
    """

    point: Joint
    base: Joint
    over: tuple[Joint, Joint]
    side: Side = Side.NEAR
    unit: ClassVar[str] = "ratio"

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints it needs."""
        return (self.point, self.base, *self.over)

    def read(self, body: Body) -> Reading:
        """The distance ahead over the segment's length now."""
        if body.view is View.FRONT:
            return UNREAD

        def one(side: int | None) -> float:
            point, base, a, b = (place(body, Space.IMAGE, side, j) for j in self.joints)
            length = kinematics.distance(a, b)
            return (point[0] - base[0]) * body.facing / length if length else nan

        return combine(body, self.side, self.joints, one)


@dataclass(frozen=True)
class Lead:
    """How far the left foot is ahead of the right one (-: behind), the way the person faces, over a
    leg's length."""

    unit: ClassVar[str] = "ratio"
    joints: ClassVar[tuple[Joint, ...]] = (Joint.HIP, Joint.KNEE, Joint.ANKLE)

    def read(self, body: Body) -> Reading:
        """The distance over the leg's length now (metres over metres)."""
        world = body.world
        left, right = Joint.HIP.sides
        across = (world[left][0] - world[right][0], world[left][2] - world[right][2])
        width = hypot(*across)
        hip, knee, ankle = (
            kinematics.middle(*(world[i] for i in joint.sides)) for joint in self.joints
        )
        leg = kinematics.distance(hip, knee) + kinematics.distance(knee, ankle)
        if not width or not leg:
            return UNREAD
        feet = [world[i] for i in Joint.ANKLE.sides]
        apart = (feet[0][0] - feet[1][0], feet[0][2] - feet[1][2])
        ahead = (apart[0] * across[1] - apart[1] * across[0]) / width
        return Reading(ahead / leg, visibility_of(body, None, (Joint.HIP, Joint.ANKLE)))


@dataclass(frozen=True)
class StepLength:
    """How far one foot is ahead of the other, the way the person faces, over a leg's length."""

    unit: ClassVar[str] = "ratio"
    joints: ClassVar[tuple[Joint, ...]] = Lead.joints

    def read(self, body: Body) -> Reading:
        """The distance over the leg's length now (metres over metres)."""
        lead = Lead().read(body)
        return Reading(abs(lead.value), lead.visibility)


@dataclass(frozen=True)
class Width:
    """How far left and right of a joint are from one another, over the trunk's length."""

    joint: Joint
    space: Space = Space.WORLD
    unit: ClassVar[str] = "ratio"

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints it needs."""
        return (self.joint, Joint.SHOULDER, Joint.HIP)

    def read(self, body: Body) -> Reading:
        """The distance over the trunk's length now."""
        shoulders, hips = (place(body, self.space, None, j) for j in self.joints[1:])
        trunk = kinematics.distance(shoulders, hips)
        left, right = (place(body, self.space, side, self.joint) for side in (0, 1))
        if not trunk:
            return UNREAD
        apart = kinematics.distance(left, right) / trunk
        return Reading(apart, visibility_of(body, None, self.joints))
