"""Numbers over time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history.sets import Sets
from coach.history.trends import Grain, TrendMeasure, grain_for, known_measures, trend
from tests.history.figures import held, summary


def values(sets, measure, grain=Grain.DAY):
    return [(point.day, point.value) for point in trend(Sets.of(sets), measure, grain)]


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        pytest.param(TrendMeasure.REPS, 40, id="reps add up"),
        pytest.param(TrendMeasure.SCORE, 85, id="a score weighs as many reps as it has"),
        pytest.param(TrendMeasure.DOWN, 1.75, id="and so does the tempo"),
    ],
)
def test_a_day_of_several_sets_is_one_point(measure, value):
    sets = [summary(0, score=100, descent_s=1.0), summary(0, reps=30, score=80, descent_s=2.0)]
    assert values(sets, measure) == [(date(2026, 3, 2), pytest.approx(value))]


def test_a_hold_adds_up_and_the_longest_stands():
    sets = [held(0, 30.0), held(0, 45.0, longest_hold_s=20.0)]
    assert values(sets, TrendMeasure.HOLD) == [(date(2026, 3, 2), 75.0)]
    assert values(sets, TrendMeasure.BEST_HOLD) == [(date(2026, 3, 2), 30.0)]


@pytest.mark.parametrize(
    ("grain", "days"),
    [
        (Grain.DAY, [date(2026, 3, 2), date(2026, 3, 8), date(2026, 3, 9), date(2026, 4, 1)]),
        (Grain.WEEK, [date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 30)]),
        (Grain.MONTH, [date(2026, 3, 1), date(2026, 4, 1)]),
    ],
)
def test_a_point_stands_on_the_first_day_of_what_it_is_about(grain, days):
    sets = [summary(day) for day in (0, 6, 7, 30)]
    assert [day for day, _ in values(sets, TrendMeasure.REPS, grain)] == days


def test_what_is_not_known_is_no_point():
    assert values([held(0, 30), summary(1, score=None)], TrendMeasure.SCORE) == []
    assert known_measures(Sets.of([held(0, 30)])) == (TrendMeasure.HOLD, TrendMeasure.BEST_HOLD)
    assert TrendMeasure.UNEVEN in known_measures(Sets.of([summary(uneven_deg=4.0)]))
    assert known_measures(Sets.of([])) == ()


@pytest.mark.parametrize(
    ("last", "grain"),
    [
        (date(2026, 1, 1), Grain.DAY),
        (date(2026, 4, 3), Grain.DAY),
        (date(2026, 4, 4), Grain.WEEK),
        (date(2031, 1, 1), Grain.MONTH),
    ],
)
def test_the_longer_the_time_the_coarser_the_points(last, grain):
    assert grain_for(date(2026, 1, 1), last) is grain


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 50)), min_size=1),
    st.sampled_from(Grain),
)
def test_no_rep_is_lost_however_time_is_cut(done, grain):
    sets = [summary(day, reps=reps) for day, reps in done]
    assert sum(value for _, value in values(sets, TrendMeasure.REPS, grain)) == sum(
        r for _, r in done
    )
