"""Why a rep did not count: the curve goes through the value by which it was judged."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite, isnan

import numpy as np
import pytest

from coach.history.curves import at_bottom, overview, sides, spans, why
from coach.motion.snapshot import Attempt, Evidence, FaultSpan, View
from exercises import find
from tests.history.figures import golden

SQUAT = find("squat")
OBLIQUE, FRONT = "squat_oblique_soft_lockout_3", "squat_front_chest_falls_1"


def reads(found, at):
    return found.values[int(np.argmin(np.abs(np.array(found.t) - at)))]


def test_what_did_not_count_is_shown_with_its_limit_and_its_moment():
    track, report = golden(OBLIQUE, "strict")
    assert report.attempts, "in strict a soft lockout does not count"
    attempt = report.attempts[0]
    found = why(SQUAT, track, report, attempt, attempt.reason)
    evidence = attempt.evidence[attempt.reason]
    assert (found.low, found.high, found.value) == (evidence.low, evidence.high, evidence.value)
    assert found.at == attempt.end_s, "a lockout is judged where the movement ended"
    assert reads(found, found.at) == pytest.approx(found.value, abs=1.0)


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        pytest.param(FRONT, "chest_falling", id="a fault"),
        pytest.param(FRONT, "shallow", id="the depth of a rep that counts"),
    ],
)
def test_the_curve_goes_through_what_was_judged(name, rule):
    track, report = golden(name)
    rep = report.reps[0]
    found = why(SQUAT, track, report, rep, rule)
    assert found.at == rep.evidence[rule].t
    assert reads(found, found.at) == pytest.approx(rep.evidence[rule].value, abs=1e-3)
    assert found.t[0] >= rep.start_s - 0.6
    assert found.t[-1] <= rep.end_s + 0.6


def test_a_condition_is_read_as_a_rule_is():
    track, report = golden(FRONT)
    rep = report.reps[0]
    condition = SQUAT.goal.conditions[0]
    said = Evidence(condition.reason, 1.0, None, condition.high, "deg", rep.bottom_s, View.FRONT, 1)
    tried = Attempt(condition.reason, rep.start_s, rep.bottom_s, rep.end_s, 1.0, {said.rule: said})
    found = why(SQUAT, track, report, tried, condition.reason)
    assert found.high == condition.high
    assert min(value for value in found.values if isfinite(value)) < condition.high, "it is a squat"


def test_a_rest_has_no_limit_on_the_curve_and_an_unknown_rule_no_curve():
    track, report = golden(FRONT)
    rep = report.reps[0]
    rested = Attempt("rested", rep.start_s, rep.bottom_s, rep.end_s, 1.0, {})
    found = why(SQUAT, track, report, rested, "rested")
    assert (found.low, found.high, found.at) == (None, None, rep.bottom_s)
    assert isnan(found.value)
    assert why(SQUAT, track, report, rep, "none_such") is None


def test_an_overview_is_the_counted_angle_ten_times_a_second():
    track, report = golden(FRONT)
    found = overview(SQUAT, track, report)
    assert found.counted
    assert len(found.t) <= (track.t[-1] - track.t[0]) * 10 + 3
    held = golden("plank_side_16s")
    assert overview(find("plank"), *held) is None


def test_left_and_right_are_compared_from_the_front_alone():
    track, report = golden(FRONT)
    left, right = sides(SQUAT, track, report)
    mean = (np.array(left.values) + np.array(right.values)) / 2
    counted = overview(SQUAT, track, report)
    at = [int(np.argmin(np.abs(np.array(left.t) - t))) for t in counted.t]
    assert np.nanmax(np.abs(mean[at] - np.array(counted.values))) < 8, "both are the same angle"
    assert len(at_bottom(left, report.reps)) == len(report.reps)
    assert sides(SQUAT, *golden("squat_side_2")) == ()
    assert sides(find("plank"), *golden("plank_side_16s")) == ()


def test_a_fault_of_a_hold_is_shown_at_its_worst_moment():
    plank = find("plank")
    track, report = golden("plank_side_16s")
    low = plank.rule("hips_sagging").low.at("beginner")
    sagged = replace(report, faults=(FaultSpan("hips_sagging", 2.0, 5.0),))
    (span,) = spans(sagged)
    found = why(plank, track, sagged, span, span.reason)
    assert (found.low, found.high) == (low, None)
    inside = [v for t, v in zip(found.t, found.values, strict=True) if 2.0 <= t <= 5.0]
    assert found.value == min(inside)
    assert reads(found, found.at) == found.value
