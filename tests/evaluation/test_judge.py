"""One track under one exercise."""

from __future__ import annotations

import pytest

from coach.evaluation.judge import Counter, judge
from coach.files.errors import FileError
from coach.motion.poses.track import Track
from exercises import find
from tests.evaluation.figures import recorded, squats
from tests.motion.figures import STRAIGHT, dips, plank, push_up, squat


def test_squats_by_all_three_counters() -> None:
    result = judge(squats(75, 80), find("squat"))
    for counter in Counter:
        assert result.bottoms[counter] == pytest.approx((2.0, 4.5), abs=0.15)
    assert result.reps == 2
    assert result.faults == frozenset()


def test_advice_is_told_apart_from_faults() -> None:
    angle, seconds = dips([70, 70])
    forward = recorded(lambda t: squat(angle(t), shin=0.6, lean=20), seconds)
    result = judge(forward, find("squat"))
    assert "knee_past_toe" in result.advice
    assert result.advice <= result.faults


def test_a_movement_that_did_not_count_for_a_fault_shows_it() -> None:
    result = judge(squats(125, 125), find("squat"))
    assert result.reps == 0
    assert "shallow" in result.faults


def test_a_hold_has_seconds_and_no_reps() -> None:
    result = judge(recorded(lambda _: plank(), 6.0), find("plank"))
    assert result.hold_s == pytest.approx(6.0, abs=0.2)
    assert result.straight_s == pytest.approx(6.0, abs=0.2)
    assert result.reps == 0
    sagging = judge(recorded(lambda _: push_up(STRAIGHT, sag=0.1), 6.0), find("plank"))
    assert sagging.hold_s == 0.0
    assert "hips_sagging" in sagging.faults


def test_a_track_without_frames_is_told() -> None:
    with pytest.raises(FileError, match="no frames"):
        judge(Track.from_poses([], (640, 360)), find("squat"))
