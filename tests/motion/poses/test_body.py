"""A pose made ready for measuring: which side is near, which joints are only guessed."""

from __future__ import annotations

import pytest

from coach.motion.measure.visibility import GUESS
from coach.motion.poses.body import Body, Space
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import Landmark
from coach.motion.poses.view import turned
from coach.motion.snapshot import View
from tests.motion.figures import Camera, seen, squat


def body(camera: Camera, hidden: frozenset[Landmark] = frozenset()) -> Body:
    pose = seen(1.0, squat(120), camera, hidden)
    return Body.of(pose, View.RIGHT, turned(pose))


@pytest.mark.parametrize(
    ("turn", "near", "facing"),
    [(90.0, 1, 1), (45.0, 1, 1), (-90.0, 0, -1), (-30.0, 0, -1)],
)
def test_the_near_side_is_the_one_towards_the_camera(turn: float, near: int, facing: int) -> None:
    found = body(Camera(turn=turn))
    assert (found.near, found.facing) == (near, facing)


def test_image_points_are_pixels_and_world_points_are_metres() -> None:
    found = body(Camera(scale=100.0))
    hip, knee = Landmark.RIGHT_HIP, Landmark.RIGHT_KNEE
    for space, unit in ((Space.IMAGE, 100.0), (Space.WORLD, 1.0)):
        points = found.points(space)
        length = sum((a - b) ** 2 for a, b in zip(points[hip], points[knee], strict=True)) ** 0.5
        assert length == pytest.approx(0.42 * unit)


def test_what_lies_outside_the_picture_is_a_guess() -> None:
    inside, outside = body(Camera()), body(Camera(place=(0.5, 1.3)))
    assert inside.visible(Joint.ANKLE) > 0.9
    assert outside.visible(Joint.ANKLE) == GUESS
    assert outside.visible(Joint.SHOULDER) > 0.9


def test_a_joint_is_as_visible_as_its_better_side() -> None:
    one = body(Camera(), frozenset({Landmark.LEFT_KNEE}))
    two = body(Camera(), frozenset({Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE}))
    assert one.visible(Joint.KNEE) > 0.9
    assert two.visible(Joint.KNEE) == pytest.approx(0.1)
    crossed = body(Camera(), frozenset({Landmark.LEFT_KNEE, Landmark.RIGHT_HIP}))
    assert crossed.visible(Joint.KNEE, Joint.HIP) == pytest.approx(0.1), "of one side, not of two"


def test_every_joint_is_a_pair_of_left_and_right() -> None:
    for joint in set(Joint) - {Joint.NOSE}:
        left, right = joint.value
        assert left.name.startswith("LEFT_")
        assert right.name == left.name.replace("LEFT", "RIGHT")
