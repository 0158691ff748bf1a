"""The history's sentences and lines."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from math import nan

import pytest

from coach.history.bests import Best, PersonalBest
from coach.history.fatigue import Fatigue
from coach.history.fault_trends import Change, FaultTrend
from coach.history.rank_trend import RankTrend
from coach.history.trends import Grain, TrendMeasure
from coach.records.values import RecordedFrom
from coach.texts import say
from coach.ui.history.filters import PERIODS
from coach.ui.history.replay import MOVES, PLACES
from coach.ui.shared.history_words import (
    best_words,
    fatigue_words,
    fault_words,
    known_title,
    level_word,
    moment_words,
    result_words,
    set_line,
)
from exercises import registry
from tests.history.figures import held, summary

EXERCISES = registry()
SQUAT, PLANK = EXERCISES["squat"], EXERCISES["plank"]
TODAY = date(2026, 11, 21)


def test_a_moment_is_told_where_it_was():
    there = timezone(timedelta(hours=13))
    when = datetime(2026, 3, 2, 23, 5, tzinfo=timezone.utc).astimezone(there)
    assert moment_words(when) == "Tue 3 Mar 2026, 12:05"


@pytest.mark.parametrize(
    ("done", "line"),
    [
        (summary(), "Mon 2 Mar, 12:00 · Squat · 10 reps · score 90"),
        (summary(level="strict", reps=1), "Mon 2 Mar, 12:00 · Squat · 1 rep · score 90 · Strict"),
        (held(-400, 72.0), "26 Jan 2025 · Plank · 1:12 held"),
        (summary(exercise="burpee", score=None, reps=0), "Mon 2 Mar, 12:00 · Burpee · 0 reps"),
    ],
)
def test_a_set_is_one_line(done, line):
    assert set_line(done, EXERCISES, TODAY) == line


def test_what_is_no_longer_there_has_a_readable_name():
    assert known_title(EXERCISES, "jumping_jack") == "Jumping jack"
    assert level_word("expert") == "expert"
    assert result_words(summary(reps=3)) == "3 reps"


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [(Best.REPS, 12, "12"), (Best.HOLD, 72, "1:12"), (Best.DEPTH, 1.08, "108 %")],
)
def test_a_best_has_its_unit(kind, value, shown):
    assert best_words(PersonalBest("squat", kind, value, summary()))[1] == shown


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (Change.RARER, "**Heels lifting** has become rarer: 40 of 100 reps before, 10 of 100"),
        (Change.MORE, "**Heels lifting** comes more often: 40 of 100 reps before"),
        (Change.SAME, "no more than chance"),
        (Change.UNKNOWN, "too few reps yet"),
    ],
)
def test_a_fault_says_its_way_and_its_numbers(change, says):
    trend = FaultTrend("heels_lifting", 0.4, 0.1, 200, change)
    assert says in fault_words(trend, SQUAT)


def test_a_fault_of_a_hold_is_told_by_the_minute_and_an_unknown_rate_by_a_dash():
    trend = FaultTrend("hips_sagging", nan, 1.5, 90, Change.UNKNOWN)
    assert "1.5 times a minute" in fault_words(trend, PLANK)


def test_fatigue_is_told_in_sentences_or_not_at_all():
    assert fatigue_words(Fatigue(None, None, None)) == (say("history.no_fatigue"),)
    found = fatigue_words(Fatigue(RankTrend(1.1, 0.9, True), None, RankTrend(1.0, 1.6, True)))
    assert [sentence for sentence in found if "110 % to 90 %" in sentence]
    assert [sentence for sentence in found if "slower, from 1.0 to 1.6 s" in sentence]


def test_everything_that_is_chosen_by_name_has_its_word():
    names = [f"history.choose_{each.value}" for each in TrendMeasure if each is not TrendMeasure.UP]
    names += [f"history.unit_{each.value}" for each in TrendMeasure]
    names += [f"history.best_{each.value}" for each in Best]
    names += [f"history.period_{each}" for each in PERIODS]
    names += [f"history.source_{each.value}" for each in RecordedFrom]
    names += [f"{group}_{each.value}" for group in ("history.grain", "report.by") for each in Grain]
    names += [f"replay.{each}" for each in (*MOVES, *PLACES)]
    assert [name for name in names if not say(name)] == []
