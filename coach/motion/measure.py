"""The measures that exercises are built from: each a small frozen value that reads one number.

Every measure has a `side`, the policy by which left and right become one number, and reads a
`Body` into a `Reading`. A measure that the view cannot show reads NaN.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from math import hypot, isnan, nan
from typing import ClassVar

from coach.motion import kinematics
from coach.motion.body import Body, Space
from coach.motion.joints import Joint
from coach.motion.kinematics import Point
from coach.motion.snapshot import View


class Side(Enum):
    """How two sides become one value.

    NEAR: the side nearer to the camera. BOTH: their mean, each weighted by the square of its
    visibility. SMALLER and LARGER: of the two values. MIDDLE: one value, measured on the points
    half-way between left and right.
    """

    NEAR = "near"
    BOTH = "both"
    SMALLER = "smaller"
    LARGER = "larger"
    MIDDLE = "middle"


@dataclass(frozen=True)
class Reading:
    """A measured value (degrees or a ratio; NaN if unknown) and how well it was seen, 0 to 1."""

    value: float
    visibility: float


UNREAD = Reading(nan, 0.0)


def _points(body: Body, space: Space, side: int | None, joint: Joint) -> Point:
    points = body.points(space)
    left, right = joint.value
    if side is None:
        return kinematics.middle(points[left], points[right])
    return points[(left, right)[side]]


def _seen(body: Body, side: int | None, joints: tuple[Joint, ...]) -> float:
    if side is None:
        return min(
            min(body.seen[left], body.seen[right]) for left, right in (j.value for j in joints)
        )
    return min(body.seen[j.value[side]] for j in joints)


def combine(
    body: Body, side: Side, joints: tuple[Joint, ...], value: Callable[[int | None], float]
) -> Reading:
    """Left and right made one; `value` is called with 0 (left), 1 (right) or None (middle)."""
    if side is Side.MIDDLE:
        return Reading(value(None), _seen(body, None, joints))
    if side is Side.NEAR:
        return Reading(value(body.near), _seen(body, body.near, joints))
    seen = (_seen(body, 0, joints), _seen(body, 1, joints))
    left, right = value(0), value(1)
    if isnan(left) or isnan(right):
        return UNREAD
    if side is Side.BOTH:
        weights = (seen[0] ** 2 + 1e-6, seen[1] ** 2 + 1e-6)
        mean = (left * weights[0] + right * weights[1]) / (weights[0] + weights[1])
        return Reading(mean, max(seen))
    chosen = min(left, right) if side is Side.SMALLER else max(left, right)
    return Reading(chosen, min(seen))


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
            a, vertex, b = (_points(body, self.space, side, j) for j in self.joints)
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

        def one(side: int | None) -> float:
            low, high = (_points(body, self.space, side, j) for j in self.joints)
            return kinematics.tilt(low, high)

        return combine(body, self.side, self.joints, one)


@dataclass(frozen=True)
class Offset:
    """How far `point` lies above (+) or below (-) the line start-end, over that line's length.

    Only a side or an oblique view shows it: read on the picture, near side.
    """

    point: Joint
    start: Joint
    end: Joint
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
            point, start, end = (_points(body, Space.IMAGE, side, j) for j in self.joints)
            return kinematics.offset(point, start, end)

        return combine(body, Side.NEAR, self.joints, one)


@dataclass(frozen=True)
class FirstSeen:
    """The first of several measures whose joints are seen well enough (at least `visible`)."""

    choices: tuple[Measure, ...]
    visible: float = 0.5

    @property
    def unit(self) -> str:
        """The unit that all choices share."""
        return self.choices[0].unit

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints of the first choice."""
        return self.choices[0].joints

    def read(self, body: Body) -> Reading:
        """The first good reading, else the last choice's."""
        reading = UNREAD
        for choice in self.choices:
            reading = choice.read(body)
            if reading.visibility >= self.visible and not isnan(reading.value):
                return reading
        return reading


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

        def one(side: int | None) -> float:
            point, base, *chain = (_points(body, self.space, side, j) for j in self.joints)
            length = sum(kinematics.distance(a, b) for a, b in itertools.pairwise(chain))
            return (base[1] - point[1]) / length if length else nan

        return combine(body, self.side, self.joints, one)


SCALE_JOINTS = (Joint.SHOULDER, Joint.HIP, Joint.KNEE, Joint.ANKLE)


def _pixels_per_metre(body: Body) -> float:
    """The picture's scale at the body: the same segments in pixels and in metres, both seen flat.

    Foreshortening shortens both alike, so that a bent shank does not change the scale.
    """
    pixels = metres = 0.0
    for a, b in itertools.pairwise(SCALE_JOINTS):
        for i, j in zip(a.value, b.value, strict=True):
            pixels += kinematics.distance(body.image[i], body.image[j])
            flat = (kinematics.flat(body.world[i]), kinematics.flat(body.world[j]))
            metres += kinematics.distance(*flat)
    return pixels / metres if metres else nan


@dataclass(frozen=True)
class Lift:
    """How far `point` is above (+) or below (-) `base` in the picture, in metres. Near side."""

    point: Joint
    base: Joint
    unit: ClassVar[str] = "m"

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints it needs."""
        return (self.point, self.base)

    def read(self, body: Body) -> Reading:
        """The height difference now."""
        scale = _pixels_per_metre(body)

        def one(side: int | None) -> float:
            point, base = (_points(body, Space.IMAGE, side, j) for j in self.joints)
            return (base[1] - point[1]) / scale

        return combine(body, Side.NEAR, self.joints, one)


@dataclass(frozen=True)
class Ahead:
    """How far `point` is in front of `base`, the way the person faces, over a segment's length.

    Only a side or an oblique view shows it: read on the picture, near side.
    """

    point: Joint
    base: Joint
    over: tuple[Joint, Joint]
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
            point, base, a, b = (_points(body, Space.IMAGE, side, j) for j in self.joints)
            length = kinematics.distance(a, b)
            return (point[0] - base[0]) * body.facing / length if length else nan

        return combine(body, Side.NEAR, self.joints, one)


@dataclass(frozen=True)
class Inward:
    """Two-dimensional knee valgus: degrees by which the knee leaves the hip-ankle line inwards.

    The frontal plane projection angle (Munro 2012): 0 is straight, positive is caving in. The
    worse of the two legs. Only a front (or back) view shows it.
    """

    unit: ClassVar[str] = "deg"
    joints: ClassVar[tuple[Joint, ...]] = (Joint.HIP, Joint.KNEE, Joint.ANKLE)

    def read(self, body: Body) -> Reading:
        """The larger of both knees' angles now."""
        if body.view is not View.FRONT:
            return UNREAD
        hips = [body.image[i] for i in Joint.HIP.value]
        across = 1 if hips[0][0] > hips[1][0] else -1

        def one(side: int | None) -> float:
            hip, knee, ankle = (_points(body, Space.IMAGE, side, j) for j in self.joints)
            bend = 180 - kinematics.angle(hip, knee, ankle)
            line_x = hip[0] + (ankle[0] - hip[0]) * (knee[1] - hip[1]) / ((ankle[1] - hip[1]) or 1)
            outside = across if side == 0 else -across
            return bend if (knee[0] - line_x) * outside < 0 else -bend

        return combine(body, Side.LARGER, self.joints, one)


@dataclass(frozen=True)
class Shift:
    """How far the hips are to one side of the feet, over the hips' width. Front view only."""

    unit: ClassVar[str] = "ratio"
    joints: ClassVar[tuple[Joint, ...]] = (Joint.HIP, Joint.ANKLE)

    def read(self, body: Body) -> Reading:
        """The sideways distance now, positive towards the image's right."""
        if body.view is not View.FRONT:
            return UNREAD

        def one(side: int | None) -> float:
            hips, ankles = (_points(body, Space.IMAGE, side, j) for j in self.joints)
            left, right = (body.image[i] for i in Joint.SHOULDER.value)
            width = kinematics.distance(left, right)
            return (hips[0] - ankles[0]) / width if width else nan

        return combine(body, Side.MIDDLE, self.joints, one)


@dataclass(frozen=True)
class Uneven:
    """How much a measure differs between left and right, in that measure's unit."""

    of: Angle

    @property
    def unit(self) -> str:
        """The unit of the measure compared."""
        return self.of.unit

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints of the measure compared."""
        return self.of.joints

    def read(self, body: Body) -> Reading:
        """The absolute difference now."""
        left, right = (
            kinematics.angle(*(_points(body, self.of.space, side, j) for j in self.of.joints))
            for side in (0, 1)
        )
        return Reading(abs(left - right), min(_seen(body, s, self.joints) for s in (0, 1)))


@dataclass(frozen=True)
class Difference:
    """One measure less another, in their unit."""

    of: Angle | Tilt
    less: Angle | Tilt

    @property
    def unit(self) -> str:
        """The unit of both."""
        return self.of.unit

    @property
    def joints(self) -> tuple[Joint, ...]:
        """The joints of both."""
        return (*self.of.joints, *self.less.joints)

    def read(self, body: Body) -> Reading:
        """The difference now; as visible as the less visible of the two."""
        of, less = self.of.read(body), self.less.read(body)
        return Reading(of.value - less.value, min(of.visibility, less.visibility))


@dataclass(frozen=True)
class Stride:
    """How far one foot is ahead of the other, the way the person faces, over a leg's length."""

    unit: ClassVar[str] = "ratio"
    joints: ClassVar[tuple[Joint, ...]] = (Joint.HIP, Joint.KNEE, Joint.ANKLE)

    def read(self, body: Body) -> Reading:
        """The distance over the leg's length now (metres over metres)."""
        world = body.world
        left, right = Joint.HIP.value
        across = (world[left][0] - world[right][0], world[left][2] - world[right][2])
        width = hypot(*across)
        hip, knee, ankle = (
            kinematics.middle(*(world[i] for i in joint.value)) for joint in self.joints
        )
        leg = kinematics.distance(hip, knee) + kinematics.distance(knee, ankle)
        if not width or not leg:
            return UNREAD
        feet = [world[i] for i in Joint.ANKLE.value]
        apart = (feet[0][0] - feet[1][0], feet[0][2] - feet[1][2])
        ahead = abs(apart[0] * across[1] - apart[1] * across[0]) / width
        return Reading(ahead / leg, _seen(body, None, (Joint.HIP, Joint.ANKLE)))


Measure = (
    Angle
    | Tilt
    | Offset
    | FirstSeen
    | Rise
    | Lift
    | Ahead
    | Inward
    | Shift
    | Uneven
    | Difference
    | Stride
)
