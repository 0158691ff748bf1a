"""Curves: the engine's own measures read again, with the limits that were applied."""

from __future__ import annotations

from functools import cache
from math import isnan, nan
from pathlib import Path

import numpy as np
import pytest

from coach.analysis.analysis import replay
from coach.motion.curves import Curve, curves
from coach.motion.engine import Engine
from coach.motion.poses.track import Track
from coach.motion.report import Report
from coach.tracks.npz import read_track
from exercises import find

GOLDEN = Path(__file__).parent.parent / "data" / "golden"

PUSHED = "push_up_side_hips_piked_1"
FRONT, OBLIQUE, HELD = "squat_front_chest_falls_1", "squat_oblique_heels_lifted_4", "plank_side_16s"


@cache
def judged(name: str) -> tuple[Track, Report]:
    exercise = find("push_up" if name == PUSHED else name.split("_")[0])
    track = read_track(GOLDEN / f"{name}.npz")
    return track, replay(track.poses(), lambda: Engine(exercise)).report


def drawn(name: str, **how: int) -> dict[str, Curve]:
    track, report = judged(name)
    found = curves(track, find(report.exercise), report, **how)
    return {rule: curve for curve in found for rule in curve.rules}


@pytest.mark.parametrize("name", [FRONT, OBLIQUE])
def test_what_a_rule_found_lies_on_its_curve_and_its_limit_on_the_line(name):
    _, report = judged(name)
    found = drawn(name)
    checked = 0
    for rep in report.reps:
        for rule, evidence in rep.evidence.items():
            if not evidence.judged:
                continue
            curve = found[rule]
            at = int(np.argmin(np.abs(np.array(curve.t) - evidence.t)))
            assert curve.values[at] == pytest.approx(evidence.value, abs=1e-3), rule
            line = next(
                each
                for each in curve.limits
                if each.rule == rule and each.start_s <= rep.bottom_s <= each.end_s
            )
            for drawn_at, applied in ((line.low, evidence.low), (line.high, evidence.high)):
                assert (drawn_at is None) == (applied is None), rule
                assert drawn_at is None or drawn_at == pytest.approx(applied, abs=1e-3), rule
            checked += 1
    assert checked >= 3


def test_the_counted_angle_comes_first_with_its_rule():
    first, *others = curves(*_arguments(OBLIQUE))
    assert first.counted
    assert first.rules == ("shallow",)
    counts_at = find("squat").goal.counts_at.beginner
    assert [(line.low, line.high) for line in first.limits] == [(None, 95.0), (None, counts_at)]
    assert not any(curve.counted for curve in others)


def test_the_counted_angle_is_drawn_without_a_rule_too_with_what_counts():
    first, *_ = curves(*_arguments(PUSHED))
    assert (first.counted, first.rules) == (True, ())
    assert [line.high for line in first.limits] == [find("push_up").goal.counts_at.beginner]


def test_a_rule_that_the_view_does_not_show_has_no_curve():
    assert "heels_lifting" not in drawn(FRONT), "only from the side"
    assert "knees_caving_in" not in drawn(OBLIQUE), "only from the front"


def test_two_rules_over_one_measure_share_a_curve():
    held = drawn(HELD)
    assert held["hips_sagging"] is held["hips_piked"]
    assert [line.rule for line in held["hips_piked"].limits] == ["hips_sagging", "hips_piked"]


def test_a_moment_with_nobody_in_it_is_unknown():
    track, report = judged(OBLIQUE)
    image = track.image.copy()
    image[10:20] = nan
    holed = Track.from_arrays(track.t, image, track.world, track.visibility, track.size)
    values = curves(holed, find("squat"), report)[0].values
    assert [isnan(value) for value in values[9:21]] == [False, *[True] * 10, False]


def test_a_long_recording_is_read_at_fewer_moments_evenly_apart():
    track, _ = judged(OBLIQUE)
    few = drawn(OBLIQUE, most=50)["shallow"]
    assert 25 <= len(few.t) <= 50
    assert few.t == pytest.approx(track.t[:: -(-len(track.t) // 50)])


def test_of_nobody_there_are_no_curves():
    empty = Track.from_poses([(0.0, None), (0.1, None)], (64, 36))
    report = replay(empty.poses(), lambda: Engine(find("squat"))).report
    assert curves(empty, find("squat"), report) == ()
    assert curves(Track.from_poses([], (64, 36)), find("squat"), report) == ()


def _arguments(name):
    track, report = judged(name)
    return track, find(report.exercise), report
