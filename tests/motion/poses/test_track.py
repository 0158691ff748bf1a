"""A landmark track enters by one door too, and gives back the poses it was made of."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from coach.motion.poses.pose import PoseError
from coach.motion.poses.track import Track
from tests.motion.figures import seen, squat

GOOD: dict[str, Any] = {
    "t": [0.0, 0.1],
    "image": np.zeros((2, 33, 3)),
    "world": np.zeros((2, 33, 3)),
    "visibility": np.ones((2, 33)),
    "size": (640, 360),
}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"t": [[0.0, 0.1]]}, r"t must have shape \(n,\), not \(1, 2\)"),
        ({"t": [0.1, 0.1]}, "t must hold finite seconds that rise from row to row"),
        ({"t": [0.1, 0.0]}, "t must hold finite seconds that rise"),
        ({"t": [0.0, np.nan]}, "t must hold finite seconds"),
        ({"image": np.zeros((3, 33, 3))}, r"image must have shape \(2, 33, 3\), not \(3, 33, 3\)"),
        ({"world": np.zeros((2, 33, 4))}, r"world must have shape \(2, 33, 3\)"),
        ({"visibility": np.zeros((2, 32))}, r"visibility must have shape \(2, 33\)"),
        ({"image": np.full((2, 33, 3), np.inf)}, "image holds an infinite value"),
        ({"size": (640,)}, "size must be the picture's width and height in pixels"),
        ({"size": (0, 360)}, "size must be the picture's width and height"),
        ({"size": (np.nan, 360)}, "size must be the picture's width and height"),
    ],
)
def test_what_is_no_track_is_refused_in_one_sentence(change: dict[str, Any], says: str) -> None:
    with pytest.raises(PoseError, match=says):
        Track.from_arrays(**GOOD | change)


def test_a_track_gives_back_its_poses_and_its_gaps() -> None:
    pose = seen(0.1, squat(90))
    track = Track.from_poses([(0.0, None), (0.1, pose), (0.2, None)], pose.size)
    (t0, gap), (t1, back), _ = track.poses()
    assert (t0, gap, t1) == (0.0, None, 0.1)
    assert back is not None
    assert back.t == 0.1
    assert np.array_equal(back.image, pose.image)
    assert np.array_equal(back.world, pose.world)
    assert np.array_equal(back.visibility, pose.visibility)


def test_a_track_may_be_empty() -> None:
    assert list(Track.from_poses([], (640, 360)).poses()) == []


def test_one_unknown_number_makes_the_row_a_frame_without_a_person() -> None:
    world = np.zeros((2, 33, 3))
    world[1, 20, 2] = np.nan
    track = Track.from_arrays(**GOOD | {"world": world})
    assert [pose is None for _, pose in track.poses()] == [False, True]


def test_nobody_can_change_a_track() -> None:
    track = Track.from_arrays(**GOOD)
    with pytest.raises(ValueError, match="read-only"):
        track.t[0] = 1.0
