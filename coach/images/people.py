"""The people in a picture and the angles at their joints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from coach.images.reading import StillPicture
from coach.motion.measure.reading import place, visibility_of
from coach.motion.poses import kinematics
from coach.motion.poses.body import Body, Space
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import Pose
from coach.motion.poses.view import classify, turned
from coach.motion.snapshot import View

ANGLES: Mapping[str, tuple[Joint, Joint, Joint]] = {
    "elbow": (Joint.SHOULDER, Joint.ELBOW, Joint.WRIST),
    "shoulder": (Joint.ELBOW, Joint.SHOULDER, Joint.HIP),
    "hip": (Joint.SHOULDER, Joint.HIP, Joint.KNEE),
    "knee": (Joint.HIP, Joint.KNEE, Joint.ANKLE),
    "ankle": (Joint.KNEE, Joint.ANKLE, Joint.TOE),
}
"""Each angle by its joint: between the bones to the first and to the last, at the middle one."""

SIDES = ("left", "right")


@dataclass(frozen=True)
class JointAngle:
    """The angle at one joint."""

    name: str
    """Side and joint, as in `left_knee`."""
    world: float
    """Degrees in space, 180 is straight."""
    picture: float
    """As the picture shows it; both NaN where a bone has no length."""
    visibility: float
    """0 to 1, of the least visible landmark."""


@dataclass(frozen=True, eq=False)
class MeasuredPerson:
    """One person in a picture, with the angles at the joints."""

    number: int
    """From 1, the largest in the picture first."""
    pose: Pose
    angles: tuple[JointAngle, ...]
    box: tuple[float, float, float, float]
    """Left, top, right and bottom of the landmarks, over the picture's width and height."""
    view: View
    """Where the camera stands."""


@dataclass(frozen=True, eq=False)
class MeasuredPeople:
    """A picture, and everybody whom the model found in it."""

    picture: StillPicture
    model: str
    people: tuple[MeasuredPerson, ...]


def found(picture: StillPicture, model: str, poses: Sequence[Pose]) -> MeasuredPeople:
    """What there is to say of the poses in a picture."""
    return MeasuredPeople(
        picture, model, tuple(_person(i, pose) for i, pose in enumerate(poses, 1))
    )


def _person(number: int, pose: Pose) -> MeasuredPerson:
    degrees = turned(pose)
    view = classify(degrees)
    body = Body.of(pose, view, degrees)
    angles = tuple(
        JointAngle(
            f"{side}_{name}",
            _angle(body, Space.WORLD, i, joints),
            _angle(body, Space.IMAGE, i, joints),
            visibility_of(body, i, joints),
        )
        for name, joints in ANGLES.items()
        for i, side in enumerate(SIDES)
    )
    places = pose.image[:, :2]
    left, top = np.min(places, axis=0).tolist()
    right, bottom = np.max(places, axis=0).tolist()
    return MeasuredPerson(number, pose, angles, (left, top, right, bottom), view)


def _angle(body: Body, space: Space, side: int, joints: tuple[Joint, Joint, Joint]) -> float:
    a, vertex, b = (place(body, space, side, joint) for joint in joints)
    return kinematics.angle(a, vertex, b)
