"""Whether hands or feet stay where they are: who walks through the picture does no reps. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from coach.motion.fast_replace import replace
from coach.motion.poses.body import Body
from coach.motion.poses.joints import Joint
from coach.motion.poses.kinematics import Point, distance, middle
from coach.motion.snapshot import View

# A hand or foot that rests on the floor stays nearer, also where the camera pans; who walks past
# gets further, and so does a skeleton that falls apart (docs/accuracy.md).
TRAVEL = 1.05
# Facing the camera head first, a trunk is foreshortened and the shoulders give the scale.
SHOULDERS_TO_TRUNK = 1.5


# What stands still is averaged over so many seconds: a single picture misplaces a heel by some
# centimetres while the camera follows the person.
STEADY_S = 0.3


@dataclass(frozen=True)
class Plant:
    """Where the body was when the movement began, or is while there is none."""

    side: int
    """Of the planted joint that is seen better, 0 is left."""
    place: Point
    """Where that joint is."""
    points: tuple[Point, ...]
    """All landmarks, steadied."""
    size: float
    """The body's scale. In pixels, at t seconds, seen from `view`."""
    t: float
    view: View


def scale(body: Body) -> float:
    """The size of the body in the picture: about a trunk's length, in pixels."""
    shoulders = [body.image[i] for i in Joint.SHOULDER.sides]
    hips = [body.image[i] for i in Joint.HIP.sides]
    trunk = distance(middle(*shoulders), middle(*hips))
    return max(trunk, SHOULDERS_TO_TRUNK * distance(*shoulders))


def plant(body: Body, joint: Joint, before: Plant | None = None) -> Plant:
    """Note the place of the better seen side; before: what was noted a moment ago."""
    left, right = joint.sides
    side = 0 if body.seen[left] >= body.seen[right] else 1
    points = body.image
    if before is not None and before.view is body.view and 0 < body.t - before.t < STEADY_S:
        part = (body.t - before.t) / STEADY_S
        points = tuple(
            (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, 0.0)
            for a, b in zip(before.points, body.image, strict=True)
        )
    return Plant(side, body.image[joint.sides[side]], points, scale(body), body.t, body.view)


def since_start(body: Body, origin: Plant | None) -> Body:
    """The body, knowing where it was when the movement began, if that was seen from here."""
    if origin is None or origin.view is not body.view:
        return body
    return replace(body, start=origin.points)


def has_moved(origin: Plant, body: Body, joint: Joint) -> bool:
    """True once the joint is TRAVEL body scales away from where it was.

    A trunk that leans towards the camera looks shorter, and is as long as before.
    """
    x, y, _ = body.image[joint.sides[origin.side]]
    size = max(origin.size, scale(body))
    return hypot(x - origin.place[0], y - origin.place[1]) > TRAVEL * size


# Nobody's trunk crosses the picture like this, but at cuts and where the skeleton jumps on to
# something else (docs/accuracy.md).
JUMP_PER_S, JUMP = 4.7, 0.12


@dataclass(frozen=True)
class Trunk:
    """Where the middles of the shoulders and of the hips were, in pixels, at t seconds."""

    t: float
    shoulders: Point
    hips: Point

    @classmethod
    def of(cls, body: Body) -> Trunk:
        """Read them off a body."""
        shoulders = middle(*(body.image[i] for i in Joint.SHOULDER.sides))
        hips = middle(*(body.image[i] for i in Joint.HIP.sides))
        return cls(body.t, shoulders, hips)


# Going down into a plank the hips move further than this; a hold begins once they stay.
SETTLES = 0.08


def is_moving(origin: Trunk, body: Body) -> bool:
    """True once the hips are SETTLES body scales away from where they were."""
    return distance(origin.hips, Trunk.of(body).hips) > SETTLES * scale(body)


def has_jumped(before: Trunk | None, body: Body) -> bool:
    """True where shoulders and hips both moved faster than any person since the body before."""
    if before is None or body.t <= before.t:
        return False
    now = Trunk.of(body)
    moved = min(distance(before.shoulders, now.shoulders), distance(before.hips, now.hips))
    moved /= scale(body) or 1.0
    return moved > JUMP and moved / (body.t - before.t) > JUMP_PER_S
