"""The same motion seen otherwise: the variants do what they say, and the counts stay."""

from __future__ import annotations

import numpy as np
import pytest

from coach.evaluation.judge import judge
from coach.evaluation.variants.track_variants import (
    BUSY,
    BUSY_S,
    LATER_S,
    TRACK_VARIANTS,
    at,
    in_a_corner,
    mirrored,
    paced,
    with_drops,
)
from coach.live.load.quality import STEPS
from coach.motion.poses.pose import Landmark
from exercises import find
from tests.evaluation.figures import squats
from tests.motion.figures import Camera


def test_a_mirror_twice_is_none() -> None:
    track = squats(80, camera=Camera(turn=40.0))
    once, twice = mirrored(track), mirrored(mirrored(track))
    assert not np.allclose(once.image, track.image)
    assert np.allclose(twice.image, track.image)
    assert np.allclose(twice.world, track.world)


def test_a_mirror_swaps_the_sides() -> None:
    track = squats(80, camera=Camera(turn=40.0))
    left, right = track.image[:, Landmark.LEFT_KNEE], mirrored(track).image[:, Landmark.RIGHT_KNEE]
    assert np.allclose(left[:, 0] + right[:, 0], 1.0)
    assert np.allclose(left[:, 1], right[:, 1])


def test_a_corner_is_small_and_late() -> None:
    track = squats(80)
    moved = in_a_corner(track)
    assert np.ptp(moved.image[:, :, 1]) == pytest.approx(np.ptp(track.image[:, :, 1]) / 2)
    assert moved.t[0] == track.t[0] + LATER_S


@pytest.mark.parametrize(("fps", "frames"), [(15.0, 61), (10.0, 41), (60.0, 121), (12.5, 51)])
def test_a_slower_camera_sees_evenly(fps: float, frames: int) -> None:
    """Four seconds at 30 a second; a rate that does not divide it is kept on average."""
    track = squats(80)
    assert track.t[-1] == pytest.approx(4.0)
    slower = at(fps)(track)
    assert abs(len(slower.t) - frames) <= 1
    assert np.diff(slower.t).max() <= 1 / fps + 1 / 30


def test_some_frames_lose_the_person() -> None:
    track = squats(80, 80)
    lost = sum(pose is None for _, pose in with_drops(track).poses()) / len(track.t)
    assert 0.1 < lost < 0.2


def test_the_live_pace_skips_frames_at_rest() -> None:
    track = squats(80, lead_s=3.0)
    assert len(paced(track).t) < 0.9 * len(track.t)


def test_a_full_machine_is_one_on_its_last_step() -> None:
    assert STEPS[-1].gap_s == BUSY_S
    track = squats(80, lead_s=3.0)
    assert len(TRACK_VARIANTS[BUSY](track).t) < 0.7 * len(paced(track).t)


@pytest.mark.parametrize("name", TRACK_VARIANTS)
def test_squats_stay_what_they_are(name: str) -> None:
    result = judge(TRACK_VARIANTS[name](squats(75, 80, 85)), find("squat"))
    assert result.reps == 3
    assert result.faults == frozenset()
