"""The filter for one of several people: steady at rest, quick in movement, new after a pause."""

from __future__ import annotations

import numpy as np
import pytest

from coach.motion.pose import Pose
from coach.motion.smoothing import PAUSE_S, Smooth, smooth
from tests.motion.figures import SIDE, seen, squat


def shaken(pose: Pose, rng: np.random.Generator, pixels: float = 1.0) -> Pose:
    noise = rng.normal(0, pixels, pose.image.shape) / (pose.size[0], pose.size[1], pose.size[0])
    return Pose.from_arrays(pose.t, pose.image + noise, pose.world, pose.visibility, pose.size)


def last(poses: list[Pose]) -> Pose:
    state: Smooth | None = None
    for pose in poses:
        state = smooth(state, pose)
    assert state is not None
    return state.pose


def test_the_first_pose_is_taken_as_it_is() -> None:
    pose = seen(0.0, squat(120))
    assert smooth(None, pose).pose is pose


def test_somebody_at_rest_stops_trembling() -> None:
    rng = np.random.default_rng(3)
    true = seen(0.0, squat(170))
    poses = [shaken(seen(i / 30, squat(170)), rng) for i in range(60)]
    raw, smoothed = (np.abs(p.pixels - true.pixels).mean() for p in (poses[-1], last(poses)))
    assert smoothed < 0.6 * raw


def test_a_quick_movement_is_hardly_late() -> None:
    """Down within a second: the hips move 9 pixels a picture."""
    poses = [seen(i / 15, squat(170 - 6 * i)) for i in range(15)]
    smoothed = last(poses)
    behind = np.abs(smoothed.pixels - poses[-1].pixels).max()
    step = np.abs(poses[-1].pixels - poses[-2].pixels).max()
    assert behind < 0.5 * step


@pytest.mark.parametrize("wait", [PAUSE_S + 0.01, -1.0], ids=["a pause", "back in time"])
def test_nothing_is_carried_over(wait: float) -> None:
    before = smooth(None, seen(5.0, squat(170)))
    pose = seen(5.0 + wait, squat(80))
    assert smooth(before, pose).pose is pose


def test_size_and_frame_rate_of_the_picture_change_little() -> None:
    """Twice as large a picture gives the same places."""
    small = last([seen(i / 30, squat(170 - i)) for i in range(30)])
    camera = type(SIDE)(turn=SIDE.turn, scale=300.0, place=SIDE.place, size=(1280, 720))
    large = last([seen(i / 30, squat(170 - i), camera) for i in range(30)])
    assert np.abs(small.image - large.image).max() < 1e-9
