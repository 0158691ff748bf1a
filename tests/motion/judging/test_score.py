"""A score that can be followed: every point lost has a name."""

from __future__ import annotations

from dataclasses import replace
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.motion.counting.excursion import Movement
from coach.motion.judging.score import (
    RANGE,
    RANGE_POINTS,
    SMOOTHNESS,
    SYMMETRY,
    TEMPO,
    deductions,
    score,
    set_score,
)
from exercises import find

SQUAT, CURL = find("squat"), find("biceps_curl")
POINTS = {rule.key: rule.points_lost for rule in SQUAT.rules}


def movement(descent_s: float = 1.0, path_ratio: float = 1.0) -> Movement:
    return Movement(
        start_s=1.0,
        bottom_s=1.0 + descent_s,
        end_s=3.0,
        lowest=80.0,
        descent_deg=90.0,
        returned=170.0,
        locked=True,
        rested_s=0.1,
        jumped=False,
        top=172.0,
        path_ratio=path_ratio,
    )


@pytest.mark.parametrize(
    ("out_s", "back_s", "lost", "what"),
    [
        (0.3, 1.0, (), "a weight may be lifted quickly"),
        (1.0, 0.3, ((TEMPO, 10),), "and is not dropped"),
    ],
)
def test_what_goes_up_first_comes_down_last(
    out_s: float, back_s: float, lost: tuple[tuple[str, int], ...], what: str
) -> None:
    done = replace(movement(out_s), end_s=1.0 + out_s + back_s)
    assert deductions(CURL, (), 1.0, done, nan) == lost, what
    assert deductions(CURL, (), 1.0, replace(done, cut=True), nan) == (), "its end was not seen"


@pytest.mark.parametrize(
    ("faults", "reach", "done", "uneven", "lost", "what"),
    [
        ((), 1.0, movement(), nan, {}, "nothing to take away"),
        ((), 1.3, movement(), nan, {}, "deeper than asked is no fault"),
        (("chest_falling",), 1.0, movement(), nan, {"chest_falling": 20}, "a fault of form"),
        ((), 0.8, movement(), nan, {RANGE: 10}, "half of the range's points"),
        ((), 0.1, movement(), nan, {RANGE: RANGE_POINTS}, "never more than all of them"),
        (("shallow",), 0.7, movement(), nan, {"shallow": 20}, "one thing is not taken twice"),
        ((), 1.0, movement(descent_s=0.3), nan, {TEMPO: 10}, "dropped down"),
        ((), 1.0, movement(path_ratio=1.8), nan, {SMOOTHNESS: 10}, "not in one piece"),
        ((), 1.0, movement(), 30.0, {SYMMETRY: 10}, "one leg bends more"),
        ((), 1.0, movement(), 15.0, {}, "as far as the camera knows it, both bend alike"),
    ],
)
def test_what_costs_points(
    faults: tuple[str, ...],
    reach: float,
    done: Movement,
    uneven: float,
    lost: dict[str, int],
    what: str,
) -> None:
    assert dict(deductions(SQUAT, faults, reach, done, uneven)) == lost, what


@given(
    st.sets(st.sampled_from(sorted(POINTS))),
    st.floats(0, 2),
    st.floats(0.1, 4),
    st.floats(1, 5),
    st.floats(0, 60),
)
def test_a_score_is_100_less_what_each_named_rule_takes(
    faults: set[str], reach: float, descent_s: float, wobble: float, uneven: float
) -> None:
    lost = deductions(SQUAT, tuple(sorted(faults)), reach, movement(descent_s, wobble), uneven)
    assert len(dict(lost)) == len(lost), "no rule takes twice"
    assert all(points > 0 for _, points in lost)
    assert score(lost) == max(0, 100 - sum(points for _, points in lost))
    assert {key: points for key, points in lost if key in POINTS} == {k: POINTS[k] for k in faults}


@pytest.mark.parametrize(
    ("scores", "mean"), [((), None), ((100,), 100), ((100, 81), 90), ((80, 90, 100), 90)]
)
def test_a_set_scores_the_mean_of_its_reps(scores: tuple[int, ...], mean: int | None) -> None:
    assert set_score(scores) == mean
