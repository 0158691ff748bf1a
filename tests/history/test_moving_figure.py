"""A track made ready to be drawn."""

from __future__ import annotations

import numpy as np
import pytest

from coach.history.moving_figure import MOST_FRAMES, POINTS, moving_figure
from coach.motion.poses.pose import Landmark
from coach.motion.poses.track import Track
from exercises import find
from tests.history.figures import golden

SQUAT = find("squat")


def test_what_carries_the_body_stays_and_the_hips_sink():
    track, report = golden("squat_side_2")
    figure = moving_figure(track, SQUAT)
    ankles = figure.space[:, [POINTS.index(i) for i in (Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE)]]
    assert np.abs(ankles.mean(axis=1)[:, 1] - ankles.mean(axis=1)[0, 1]).max() < 0.12
    hips = figure.space[:, POINTS.index(Landmark.LEFT_HIP), 1]
    rep = report.reps[0]
    top, bottom = (hips[np.argmin(np.abs(figure.t - t))] for t in (rep.start_s, rep.bottom_s))
    assert bottom - top > 0.2, "y points down"
    assert np.median(figure.space[:, :, 1].max(axis=1)) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("squat_front_fast_2", -22, 22), ("squat_side_2", 61, 119)],
)
def test_from_where_it_was_filmed(name, low, high):
    yaw = moving_figure(golden(name)[0], SQUAT).yaw
    assert low <= (yaw if low < 0 else abs(yaw)) <= high


def test_moments_without_a_person_are_left_out():
    track, _ = golden("squat_side_2")
    image = track.image.copy()
    image[5:9] = np.nan
    holed = Track.from_arrays(track.t, image, track.world, track.visibility, track.size)
    assert not set(track.t[5:9]) & set(moving_figure(holed, SQUAT).t)


def test_a_long_track_is_thinned_evenly_and_from_end_to_end():
    track, _ = golden("squat_side_2")
    n = 20_000
    rows = np.arange(n) % len(track.t)
    t = np.arange(n) / 60
    arrays = (track.image[rows], track.world[rows], track.visibility[rows])
    figure = moving_figure(Track.from_arrays(t, *arrays, track.size), SQUAT)
    assert MOST_FRAMES * 0.9 <= len(figure.t) <= MOST_FRAMES
    assert np.diff(figure.t).max() < 0.1
    assert figure.t[-1] > t[-1] - 0.1


def test_of_nobody_nothing_is_drawn():
    for track in (Track.from_poses([], (64, 36)), Track.from_poses([(0.0, None)], (64, 36))):
        figure = moving_figure(track, SQUAT)
        assert len(figure.t) == 0
        assert figure.picture.shape == (0, len(POINTS), 2)
        assert figure.yaw == 0
