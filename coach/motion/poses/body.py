"""One pose made ready for measuring: points as plain floats, and which side is the nearer one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from coach.motion.measure.visibility import GUESS
from coach.motion.poses.joints import Joint
from coach.motion.poses.kinematics import Point
from coach.motion.poses.pose import Pose
from coach.motion.snapshot import View

# Landmarks that the network puts further outside the picture than this part of it are guesses.
MARGIN = 0.03


class Space(Enum):
    """IMAGE: pixels as seen, without depth. WORLD: metres in three dimensions."""

    IMAGE = "image"
    WORLD = "world"


@dataclass(frozen=True, eq=False)
class Body:
    """33 points in both spaces, how well each is seen (0 to 1), the view, the near side (0 left).

    Make it with `Body.of`. `facing` is +1 where the person faces the image's right, -1 its left.
    """

    t: float
    image: tuple[Point, ...]
    world: tuple[Point, ...]
    seen: tuple[float, ...]
    view: View
    near: int
    facing: int
    start: tuple[Point, ...] | None = None
    """The image's points as they were when the movement in progress began, None before any."""
    up: Point | None = None
    """Which way is up in world space, about 1 long; None where the body did not tell."""

    @classmethod
    def of(cls, pose: Pose, view: View, degrees: float) -> Body:
        """Read a pose; degrees is the turn from the camera (view.turned)."""
        width, height = pose.size
        rows = pose.image.tolist()
        low, high = -MARGIN, 1 + MARGIN
        # Lists, since a generator's every item costs a call: 99 a frame.
        seen = [
            v if low <= x <= high and low <= y <= high else min(v, GUESS)
            for (x, y, _), v in zip(rows, pose.visibility.tolist(), strict=True)
        ]
        return cls(
            t=pose.t,
            image=tuple([(x * width, y * height, 0.0) for x, y, _ in rows]),
            world=tuple([(x, y, z) for x, y, z in pose.world.tolist()]),
            seen=tuple(seen),
            view=view,
            near=1 if degrees > 0 else 0,
            facing=1 if degrees > 0 else -1,
        )

    def points(self, space: Space) -> tuple[Point, ...]:
        """The 33 points of one space."""
        return self.image if space is Space.IMAGE else self.world

    def visible(self, *joints: Joint) -> float:
        """How well the better side shows these joints: the least of them, 0 to 1."""
        return max(min(self.seen[j.sides[side]] for j in joints) for side in (0, 1))
