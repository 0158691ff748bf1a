"""What a printed report of a period says, as a value. Pure: no page, no file format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from coach.history.bests import bests
from coach.history.calendar import days
from coach.history.fault_trends import fault_trends
from coach.history.sets import Floats, Sets
from coach.history.trends import Grain, Point, TrendMeasure, grain_for, trend
from coach.motion.exercise import Exercise
from coach.texts import say, say_list
from coach.ui.shared.history_words import (
    best_words,
    day_words,
    fault_words,
    known_title,
    level_word,
    moment_words,
    result_words,
)
from coach.ui.shared.words import MISSING, hold_time, percent

# A list that is longer is not read on paper; all of it is in the table that can be taken.
MOST_SETS = 150

Row = tuple[str, ...]


@dataclass(frozen=True)
class ReportTable:
    """A heading, the names of the columns, and the rows."""

    title: str
    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Bars:
    """A measure over time: one bar for each point, which stands for a day, a week or a month."""

    title: str
    grain: Grain
    first: date
    last: date
    points: tuple[Point, ...]


@dataclass(frozen=True)
class PeriodReport:
    """What a printed report of a period says."""

    title: str
    whose: str
    when: str
    what: str
    made: str
    """One line each."""
    numbers: tuple[tuple[str, str], ...]
    """(name, value)."""
    charts: tuple[Bars, ...]
    tables: tuple[ReportTable, ...]
    notes: tuple[str, ...]
    """Sentences."""


def period_report(
    sets: Sets,
    exercises: Mapping[str, Exercise],
    *,
    whose: str,
    first: date,
    last: date,
    now: datetime,
) -> PeriodReport:
    """The report of some sets, all of which were done from the day `first` to the day `last`."""
    done = sorted(set(sets.exercise.tolist()))
    titles = say_list(known_title(exercises, key) for key in done)
    return PeriodReport(
        title=say("report.title"),
        whose=say("report.whose", name=whose),
        when=say("report.when", first=day_words(first), last=day_words(last)),
        what=say("report.what", exercises=titles or MISSING),
        made=say("report.made", moment=moment_words(now)),
        numbers=(
            (say("report.days"), str(len(days(sets)))),
            (say("history.sets"), str(len(sets))),
            (say("live.reps"), str(int(sets.reps.sum()))),
            (say("live.hold"), hold_time(float(sets.hold_s.sum()))),
        ),
        charts=tuple(_charts(sets, exercises, done, first, last)),
        tables=(
            _by_exercise(sets, exercises, done),
            _bests(sets, exercises),
            _list(sets, exercises),
        ),
        notes=tuple(
            f"{exercises[key].title}: {fault_words(each, exercises[key]).replace('**', '')}"
            for key in done
            if key in exercises
            for each in fault_trends(sets, exercises[key])
        ),
    )


def _charts(
    sets: Sets, exercises: Mapping[str, Exercise], done: Sequence[str], first: date, last: date
) -> list[Bars]:
    grain = grain_for(first, last)
    charts = []
    for key in done:
        these = sets.chosen(exercise=key)
        measure = TrendMeasure.REPS if these.reps.any() else TrendMeasure.HOLD
        points = trend(these, measure, grain)
        if points:
            title = say(
                "report.chart",
                exercise=known_title(exercises, key),
                unit=say(f"history.unit_{measure.value}"),
                grain=say(f"report.by_{grain.value}"),
            )
            charts.append(Bars(title, grain, first, last, points))
    return charts


def _by_exercise(sets: Sets, exercises: Mapping[str, Exercise], done: Sequence[str]) -> ReportTable:
    rows = []
    for key in done:
        these = sets.chosen(exercise=key)
        score, depth = (_mean(column, these) for column in (these.score, these.range_of_motion))
        rows.append(
            (
                known_title(exercises, key),
                str(len(these)),
                str(int(these.reps.sum())),
                str(int(these.attempts.sum())),
                hold_time(float(these.hold_s.sum())) if these.hold_s.any() else MISSING,
                MISSING if np.isnan(score) else f"{score:.0f}",
                percent(depth),
            )
        )
    names = ("live.exercise", "history.sets", "live.reps", "live.not_counted", "live.hold")
    head = (*map(say, names), say("set.score"), say("set.range"))
    return ReportTable(say("report.exercises"), head, tuple(rows))


def _mean(column: Floats, sets: Sets) -> float:
    known = np.isfinite(column) & (sets.reps > 0)
    return float(np.average(column[known], weights=sets.reps[known])) if known.any() else np.nan


def _bests(sets: Sets, exercises: Mapping[str, Exercise]) -> ReportTable:
    rows = tuple(
        (
            known_title(exercises, best.exercise),
            *best_words(best),
            day_words(best.summary.started_at),
        )
        for best in bests(sets)
    )
    names = ("live.exercise", "history.best_in", "history.best", "history.when")
    return ReportTable(say("report.bests"), tuple(map(say, names)), rows)


def _list(sets: Sets, exercises: Mapping[str, Exercise]) -> ReportTable:
    shown = tuple(reversed(sets.summaries))[:MOST_SETS]
    title = say("report.sets")
    if len(shown) < len(sets):
        title = say("report.newest_sets", shown=len(shown), count=len(sets))
    rows = tuple(
        (
            moment_words(each.started_at),
            known_title(exercises, each.exercise),
            level_word(each.level),
            result_words(each),
            MISSING if each.score is None else str(each.score),
            percent(each.range_of_motion),
        )
        for each in shown
    )
    names = (
        "history.when",
        "live.exercise",
        "live.level",
        "history.done",
        "set.score",
        "set.range",
    )
    return ReportTable(title, tuple(map(say, names)), rows)
