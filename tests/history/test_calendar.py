"""Days, and rows of days and weeks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history.calendar import Streak, calendar, day_streak, days, monday, week_streak
from coach.history.sets import Sets
from tests.history.figures import NOON, held, summary

MONDAY = NOON.date()


def on(*places: int) -> Sets:
    return Sets.of(summary(place) for place in places)


def test_a_day_adds_up_its_sets():
    first, second = days(Sets.of([summary(0), summary(0, reps=5), held(2, 45.0)]))
    assert (first.date, first.sets, first.reps, first.minutes) == (MONDAY, 2, 15, 2.0)
    assert (second.date, second.sets, second.hold_s) == (MONDAY + timedelta(days=2), 1, 45.0)


def test_a_calendar_has_every_day_from_a_monday_on():
    grid = calendar(days(on(2, 8)), MONDAY + timedelta(days=2), MONDAY + timedelta(days=9))
    assert [day.date for day in grid] == [MONDAY + timedelta(days=i) for i in range(10)]
    assert [i for i, day in enumerate(grid) if day.sets] == [2, 8]


@pytest.mark.parametrize(
    ("done", "today", "streak"),
    [
        pytest.param([0, 1, 2], 2, Streak(3, 3), id="up to today"),
        pytest.param([0, 1, 2], 3, Streak(3, 3), id="today is not over"),
        pytest.param([0, 1, 2], 4, Streak(0, 3), id="a whole day was missed"),
        pytest.param([0, 1, 2, 3, 6, 7], 7, Streak(2, 4), id="the longest lies behind"),
        pytest.param([0, 0, 0], 0, Streak(1, 1), id="three sets are one day"),
        pytest.param([0, 1, 9], 1, Streak(2, 2), id="a clock that ran ahead does not count"),
        pytest.param([5], 1, Streak(0, 0), id="nothing but the future"),
        pytest.param([], 0, Streak(0, 0), id="nothing"),
    ],
)
def test_days_in_a_row(done, today, streak):
    assert day_streak(on(*done), MONDAY + timedelta(days=today)) == streak


@pytest.mark.parametrize(
    ("done", "today", "streak"),
    [
        pytest.param([0, 13, 14], 15, Streak(3, 3), id="Monday, and the last day of the next week"),
        pytest.param([0, 13], 20, Streak(2, 2), id="this week is not over"),
        pytest.param([0, 13], 21, Streak(0, 2), id="a whole week was missed"),
        pytest.param([0, 14], 14, Streak(1, 1), id="a week between ends it"),
    ],
)
def test_weeks_in_a_row_bear_days_of_rest(done, today, streak):
    assert week_streak(on(*done), MONDAY + timedelta(days=today)) == streak


@given(st.dates())
def test_a_week_begins_on_its_monday(day):
    assert monday(day).weekday() == 0
    assert timedelta(0) <= day - monday(day) < timedelta(days=7)


@given(st.lists(st.integers(0, 60)), st.integers(0, 60))
def test_no_row_is_longer_than_the_longest_nor_than_the_days(done, today):
    found = day_streak(on(*done), MONDAY + timedelta(days=today))
    assert 0 <= found.current <= found.longest <= len(set(done))


def test_a_leap_day_is_a_day():
    assert [day.date.day for day in calendar([], date(2028, 2, 28), date(2028, 3, 1))] == [
        28,
        29,
        1,
    ]
