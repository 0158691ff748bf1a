"""The two simple rules, on angles and on figures whose answer is known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from coach.evaluation import baselines
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import Landmark
from coach.motion.poses.track import Track
from tests.evaluation.figures import recorded, squats
from tests.motion.figures import FRONT, Camera, dips, plank, squat

KNEE = (Joint.HIP, Joint.KNEE, Joint.ANKLE)
SHIN, THIGH = 100.0, 100.0


def bending(angles: list[float], fps: float = 10.0, unseen: tuple[int, ...] = ()) -> Track:
    """A leg whose knee has these angles, one a frame; both sides alike, in picture and world."""
    n = len(angles)
    image, world = np.zeros((n, 33, 3)), np.zeros((n, 33, 3))
    for i, angle in enumerate(np.radians(angles)):
        hip = np.array([np.sin(angle), -np.cos(angle)]) * THIGH
        for joint, place in ((Joint.ANKLE, (0, SHIN)), (Joint.KNEE, (0, 0)), (Joint.HIP, -hip)):
            for landmark in joint.value:
                world[i, landmark, :2] = place
                image[i, landmark, :2] = np.array(place) / 1000
    image[list(unseen)] = np.nan
    world[list(unseen)] = np.nan
    visibility = np.where(np.isin(np.arange(n), unseen)[:, None], np.nan, np.ones((n, 33)))
    return Track.from_arrays(np.arange(n) / fps, image, world, visibility, (1000, 1000))


def test_the_leg_bends_as_it_says() -> None:
    track = bending([170, 90, 45])
    assert baselines.image_angle(track, KNEE, 0) == pytest.approx([170, 90, 45])
    assert baselines.world_angle(track, KNEE) == pytest.approx([170, 90, 45])


@pytest.mark.parametrize(
    ("angles", "bottoms"),
    [
        pytest.param([160, 80, 160], (0.1,), id="one rep"),
        pytest.param([160, 80, 70, 85, 160], (0.2,), id="its deepest point"),
        pytest.param([160, 80, 120, 70, 160], (0.3,), id="a bounce below the top is one rep"),
        pytest.param([160, 80, 160, 80], (0.1, 0.3), id="counted on the way down already"),
        pytest.param([80, 160, 80, 160], (0.2,), id="must have been up first"),
        pytest.param([160, 91, 160], (), id="not deep enough"),
        pytest.param([144, 80, 144, 80], (), id="never up"),
        pytest.param([], (), id="nothing"),
    ],
)
def test_two_thresholds(angles: list[float], bottoms: tuple[float, ...]) -> None:
    assert baselines.two_thresholds(bending(angles), KNEE) == pytest.approx(bottoms)


@pytest.mark.parametrize(
    ("angles", "bottoms"),
    [
        pytest.param([160, 100, 160], (0.5,), id="one rep"),
        pytest.param([160, 134, 160], (0.5,), id="26 degrees are enough"),
        pytest.param([160, 136, 160], (), id="24 are not"),
        pytest.param([80, 160, 80, 160], (1.0,), id="it must fall first"),
        pytest.param([160, 80, 160, 80], (0.5,), id="and rise again"),
        pytest.param([160, 120, 130, 90, 160], (1.5,), id="a small bounce is one rep"),
        pytest.param([], (), id="nothing"),
    ],
)
def test_zigzag(angles: list[float], bottoms: tuple[float, ...]) -> None:
    """At two frames a second, where smoothing over 0.2 s leaves every angle as it is."""
    assert baselines.zigzag(bending(angles, fps=2.0), KNEE) == pytest.approx(bottoms)


def test_frames_without_a_person_are_passed_over() -> None:
    track = bending([160, 80, 80, 160], fps=2.0, unseen=(1,))
    assert baselines.two_thresholds(track, KNEE) == pytest.approx((1.0,))
    assert baselines.zigzag(track, KNEE) == pytest.approx((1.0,))


def test_a_track_without_a_person_counts_nothing() -> None:
    track = bending([160, 80, 160], unseen=(0, 1, 2))
    assert baselines.two_thresholds(track, KNEE) == ()
    assert baselines.zigzag(track, KNEE) == ()
    assert baselines.straight_seconds(track) == 0.0


def test_smoothing_takes_away_one_wild_frame() -> None:
    t = np.arange(5) / 20
    assert baselines.smoothed(t, np.array([1.0, 2.0, 90.0, 4.0, 5.0])) == pytest.approx(
        [2.0, 3.0, 4.0, 4.5, 5.0]
    )


def test_the_nearer_side_is_the_one_seen_better() -> None:
    track = squats(80)
    visibility = track.visibility.copy()
    visibility[:, Landmark.LEFT_KNEE] = 0.2
    assert baselines.nearer_side(track) == 0
    assert baselines.nearer_side(replace(track, visibility=visibility)) == 1


def test_from_the_side_both_rules_count_squats() -> None:
    track = squats(75, 80, 85)
    assert baselines.two_thresholds(track, KNEE) == pytest.approx((2.0, 4.5, 7.0), abs=0.1)
    assert baselines.zigzag(track, KNEE) == pytest.approx((2.0, 4.5, 7.0), abs=0.1)


def test_half_turned_the_picture_hides_the_angle_and_the_world_shows_it() -> None:
    """Why the usual rule fails, and what the stronger one is for."""
    track = squats(95, camera=Camera(turn=45.0))
    assert baselines.two_thresholds(track, KNEE) == ()
    assert len(baselines.zigzag(track, KNEE)) == 1


def test_a_straight_line_is_unsigned() -> None:
    lasting = 2.0
    assert baselines.straight_seconds(recorded(lambda _: plank(), lasting)) == pytest.approx(2.0)
    for sag in (0.15, -0.15):
        assert baselines.straight_seconds(recorded(lambda _, s=sag: plank(sag=s), lasting)) == 0.0
    angle, _ = dips([])
    standing = recorded(lambda t: squat(angle(t)), lasting, camera=FRONT)
    assert baselines.straight_seconds(standing) == pytest.approx(2.0), "who stands is straight too"
