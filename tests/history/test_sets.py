"""Columns of sets: nothing is lost on the way, and what is chosen is what was asked for."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import numpy as np
import pytest

from coach.history.sets import Sets
from tests.history.figures import held, summary

DAYS = [summary(0, level="strict"), held(1, 30), summary(1.1), summary(9, faults={"shallow": 3})]


def test_rows_stand_in_order_of_time_whatever_order_they_come_in():
    sets = Sets.of(reversed(DAYS))
    assert [each.started_at for each in sets.summaries] == [each.started_at for each in DAYS]
    assert sets.faults["shallow"].tolist() == [0, 0, 0, 3]
    assert np.isnan(sets.score[1]), "a hold has no score"


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        pytest.param({}, [0, 1, 2, 3], id="all"),
        pytest.param({"exercise": "plank"}, [1], id="one exercise"),
        pytest.param({"level": "strict"}, [0], id="one level"),
        pytest.param({"since": date(2026, 3, 3)}, [1, 2, 3], id="the first day is included"),
        pytest.param({"until": date(2026, 3, 3)}, [0, 1, 2], id="and so is the last"),
        pytest.param({"exercise": "squat", "since": date(2026, 3, 3)}, [2, 3], id="both"),
        pytest.param({"exercise": "none such"}, [], id="nothing fits"),
    ],
)
def test_what_is_chosen_is_what_was_asked_for(asked, rows):
    chosen = Sets.of(DAYS).chosen(**asked)
    assert list(chosen.summaries) == [DAYS[i] for i in rows]
    assert len(chosen.reps) == len(chosen.faults["shallow"]) == len(chosen) == len(rows)


@pytest.mark.parametrize(
    ("hours", "day"),
    [
        pytest.param(0, date(2026, 3, 2), id="Greenwich"),
        pytest.param(13, date(2026, 3, 3), id="Auckland has the next day already"),
        pytest.param(-10, date(2026, 3, 2), id="Honolulu"),
    ],
)
def test_a_set_belongs_to_the_day_it_was_where_it_was_done(hours, day):
    zone = timezone(timedelta(hours=hours))
    when = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc).astimezone(zone)
    assert Sets.of([summary(started_at=when)]).day.tolist() == [day.toordinal()]


def test_no_sets_are_no_rows():
    assert len(Sets.of([])) == 0
    assert len(Sets.of([]).chosen(exercise="squat", since=date(2026, 1, 1))) == 0
