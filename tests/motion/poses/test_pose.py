"""A pose enters by one door, which says in one sentence what is wrong."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from coach.motion.poses.pose import Landmark, Pose, PoseError

GOOD: dict[str, Any] = {
    "t": 1.5,
    "image": np.full((33, 3), 0.5),
    "world": np.zeros((33, 3)),
    "visibility": np.ones(33),
    "size": (640, 360),
}


def holed(shape: tuple[int, ...]) -> np.ndarray[Any, Any]:
    array = np.zeros(shape)
    array.flat[5] = np.nan
    return array


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"image": np.zeros((33, 2))}, r"image must have shape \(33, 3\), not \(33, 2\)\.$"),
        ({"world": np.zeros((17, 3))}, r"world must have shape \(33, 3\), not \(17, 3\)\.$"),
        ({"visibility": np.zeros((33, 1))}, r"visibility must have shape \(33,\), not \(33, 1\)"),
        ({"image": holed((33, 3))}, "image holds a value that is not a finite number"),
        ({"visibility": np.full(33, np.inf)}, "visibility holds a value that is not a finite"),
        ({"t": float("nan")}, "time of a pose must be a finite number of seconds"),
        ({"size": (0, 360)}, "picture of 0 x 360 pixels holds no pose"),
    ],
)
def test_what_is_no_pose_is_refused_in_one_sentence(change: dict[str, Any], says: str) -> None:
    with pytest.raises(PoseError, match=says):
        Pose.from_arrays(**GOOD | change)


def test_a_pose_is_a_copy_that_nobody_can_change() -> None:
    image = np.full((33, 3), 0.5)
    pose = Pose.from_arrays(**GOOD | {"image": image})
    image[:] = 9.0
    assert pose.image[0, 0] == 0.5
    with pytest.raises(ValueError, match="read-only"):
        pose.image[0, 0] = 1.0


def test_pixels_are_not_skewed_by_the_shape_of_the_picture() -> None:
    pose = Pose.from_arrays(**GOOD)
    assert pose.pixels.shape == (33, 2)
    assert pose.pixels[Landmark.NOSE].tolist() == [320.0, 180.0]


def test_left_and_right_landmarks_come_in_pairs() -> None:
    left = {i.name.replace("LEFT", "") for i in Landmark if "LEFT" in i.name}
    right = {i.name.replace("RIGHT", "") for i in Landmark if "RIGHT" in i.name}
    assert left == right
    assert len(Landmark) == 33
