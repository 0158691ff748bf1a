"""What only a picture from the front (or the back) shows: knees and hips sideways, the lean."""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, atan2, cos, degrees, nan
from typing import ClassVar

from coach.motion.measure.reading import UNREAD, Reading, Side, combine, place, visibility_of
from coach.motion.poses import kinematics
from coach.motion.poses.body import Body, Space
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import View


@dataclass(frozen=True)
class KneeValgus:
    """Two-dimensional knee valgus: degrees by which the knee leaves the hip-ankle line inwards.

    The frontal plane projection angle (Munro 2012): 0 is straight, positive is caving in. The mean
    of both legs: a body turned by 5 degrees shows one bent knee 15 degrees inside and the other as
    far outside, and only what both do is the person's doing. Only a front (or back) view shows it.
    """

    unit: ClassVar[str] = "deg"
    joints: ClassVar[tuple[Joint, ...]] = (Joint.HIP, Joint.KNEE, Joint.ANKLE)

    def read(self, body: Body) -> Reading:
        """The mean of both knees' angles now; as visible as the less visible leg."""
        if body.view is not View.FRONT:
            return UNREAD
        hips = [body.image[i] for i in Joint.HIP.sides]
        across = 1 if hips[0][0] > hips[1][0] else -1

        def one(side: int) -> float:
            hip, knee, ankle = (place(body, Space.IMAGE, side, j) for j in self.joints)
            bend = 180 - kinematics.angle(hip, knee, ankle)
            line_x = hip[0] + (ankle[0] - hip[0]) * (knee[1] - hip[1]) / ((ankle[1] - hip[1]) or 1)
            outside = across if side == 0 else -across
            return bend if (knee[0] - line_x) * outside < 0 else -bend

        return Reading((one(0) + one(1)) / 2, visibility_of(body, None, self.joints))


@dataclass(frozen=True)
class PelvisShift:
    """How far the hips are to one side of the feet, in shoulder widths. Front view only."""

    unit: ClassVar[str] = "ratio"
    joints: ClassVar[tuple[Joint, ...]] = (Joint.HIP, Joint.ANKLE)

    def read(self, body: Body) -> Reading:
        """The sideways distance now, positive towards the image's right."""
        if body.view is not View.FRONT:
            return UNREAD

        def one(side: int | None) -> float:
            hips, ankles = (place(body, Space.IMAGE, side, j) for j in self.joints)
            left, right = (body.image[i] for i in Joint.SHOULDER.sides)
            width = kinematics.distance(left, right)
            return (hips[0] - ankles[0]) / width if width else nan

        return combine(body, Side.MIDDLE, self.joints, one)


@dataclass(frozen=True)
class TrunkLean:
    """Degrees by which the trunk leans forwards: by how much shorter it looks than when the
    movement began, when it was upright. Front view only.

    The world landmarks hold depth, the network's weak axis, and read 38 to 54 degrees for one and
    the same bow; its length in the picture is the same with every model. Only how far the standing
    body already leant out of the picture, as it does for a camera that looks down, is theirs.
    """

    unit: ClassVar[str] = "deg"
    joints: ClassVar[tuple[Joint, ...]] = (Joint.SHOULDER, Joint.HIP)

    def read(self, body: Body) -> Reading:
        """The lean now; unread before any movement, and of whom nobody saw standing."""
        if body.view is not View.FRONT or body.start is None or body.up is None:
            return UNREAD
        whole = self._length(body.start)
        if not whole:
            return UNREAD
        left, right = (body.image[i][0] for i in Joint.SHOULDER.sides)
        standing = atan2(-body.up[2], -body.up[1]) * (1 if left > right else -1)
        shown = self._length(body.image) / whole * cos(standing)
        lean = degrees(acos(max(-1.0, min(1.0, shown))) - standing)
        return Reading(lean, visibility_of(body, None, self.joints))

    def _length(self, points: tuple[kinematics.Point, ...]) -> float:
        shoulders, hips = (
            kinematics.middle(*(kinematics.flat(points[i]) for i in joint.sides))
            for joint in self.joints
        )
        return kinematics.distance(shoulders, hips)
