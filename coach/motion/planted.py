"""Whether hands or feet stay where they are: who walks through the picture does no reps. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from coach.motion.body import Body
from coach.motion.joints import Joint
from coach.motion.kinematics import Point, distance, middle

# In 60 true reps of 31 clips the hand or foot stays within 0.4 body scales (0.95 where the camera
# pans); walking past reaches 1.1, a skeleton falling apart 1.5.
TRAVEL = 1.05
# Facing the camera head first, a trunk is foreshortened and the shoulders give the scale.
SHOULDERS_TO_TRUNK = 1.5


@dataclass(frozen=True)
class Plant:
    """Where the planted joint was, in pixels, when the movement began; side 0 is left."""

    side: int
    place: Point


def scale(body: Body) -> float:
    """The size of the body in the picture: about a trunk's length, in pixels."""
    shoulders = [body.image[i] for i in Joint.SHOULDER.value]
    hips = [body.image[i] for i in Joint.HIP.value]
    trunk = distance(middle(*shoulders), middle(*hips))
    return max(trunk, SHOULDERS_TO_TRUNK * distance(*shoulders))


def plant(body: Body, joint: Joint) -> Plant:
    """Note the place of the better seen side."""
    left, right = joint.value
    side = 0 if body.seen[left] >= body.seen[right] else 1
    return Plant(side, body.image[joint.value[side]])


def has_moved(origin: Plant, body: Body, joint: Joint) -> bool:
    """True once the joint is TRAVEL body scales away from where it was."""
    x, y, _ = body.image[joint.value[origin.side]]
    return hypot(x - origin.place[0], y - origin.place[1]) > TRAVEL * scale(body)
