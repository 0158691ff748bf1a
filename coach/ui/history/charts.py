"""The history's charts. They draw what was worked out elsewhere, in the colours of the theme.

The first colour of a chart is the theme's accent, so that none is named here.
Days are drawn as they are written (UTC on the axis), whatever the browser's time zone is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from math import isfinite
from typing import Any

import altair as alt

from coach.analysis.exercise_words import rule_title
from coach.history.calendar import Day, monday
from coach.history.fault_trends import FaultTrend
from coach.history.trends import Grain, Point, TrendMeasure
from coach.motion.exercise import Exercise, Hold
from coach.texts import say
from coach.ui.shared.history_words import day_words, month_word, rate, weekday_word

Spec = dict[str, Any]
"""A chart as Vega-Lite takes it. Altair would check and copy every row of it several times over."""
CANVAS = {"embedOptions": {"renderer": "canvas"}}
"""A year's squares as elements of the page take longer to come and go than a filter may."""
ROWS = alt.NamedData("rows")
"""Stands for the rows while a chart is put together."""
CELL, HIGH = 18, 240
DAY_MS = 86_400_000.0
GRAIN_DAYS = {Grain.DAY: 1, Grain.WEEK: 7, Grain.MONTH: 30}
EMPTY, FAINTEST = 0.08, 0.35
FEW = 4
"""Sets on a day (or in a week four times as many) from which a square is as dark as it gets, more
where somebody often does more."""


def spec(chart: alt.TopLevelMixin, rows: Sequence[Mapping[str, Any]]) -> Spec:
    """The chart with its rows."""
    made: Spec = chart.to_dict(validate=False)
    return made | {"datasets": made.get("datasets", {}) | {"rows": rows}, "usermeta": CANVAS}


def calendar_chart(days: Sequence[Day]) -> Spec:
    """One square a day, a column a week, the darker the more sets."""
    first = days[0].date
    rows = [
        {
            "week": (day.date - first).days // 7,
            "weekday": day.date.weekday(),
            "sets": day.sets,
            "when": f"{weekday_word(day.date)} {day_words(day.date)}",
            "what": _day_words(day),
        }
        for day in days
    ]
    names = {str(i): weekday_word(first + timedelta(days=i)) for i in (0, 2, 4, 6)}
    months = {
        str((day.date - first).days // 7): month_word(day.date) for day in days if day.date.day == 1
    }
    return _squares(rows, months, "weekday", names, FEW)


def years_chart(days: Sequence[Day]) -> Spec:
    """One square a week, a row a year, for a history that is longer than one."""
    weeks: dict[date, list[Day]] = {}
    for day in days:
        weeks.setdefault(monday(day.date), []).append(day)
    rows = []
    for start, done in weeks.items():
        # A week belongs to the year in which its Thursday lies.
        year, week, _ = (start + timedelta(days=3)).isocalendar()
        whole = Day(
            start,
            sum(day.sets for day in done),
            sum(day.reps for day in done),
            sum(day.hold_s for day in done),
            sum(day.minutes for day in done),
        )
        rows.append(
            {
                "week": week,
                "year": year,
                "sets": whole.sets,
                "when": say("history.week_of", day=day_words(start)),
                "what": _day_words(whole),
            }
        )
    months = {
        str(date(2026, month, 4).isocalendar().week): month_word(date(2026, month, 1))
        for month in range(1, 13)
    }
    years = sorted({str(row["year"]) for row in rows})
    return _squares(rows, months, "year", {year: year for year in years}, 4 * FEW)


def _squares(
    rows: list[dict[str, Any]],
    months: dict[str, str],
    y: str,
    names: dict[str, str],
    few: int,
) -> Spec:
    high = len({row[y] for row in rows})
    # A person who does more on most days still sees which were the best.
    done = sorted(row["sets"] for row in rows if row["sets"])
    darkest = max([few, *done[-len(done) // 20 :][:1]])
    chart: alt.Chart = (
        alt.Chart(ROWS, height=max(3, high) * CELL + 24)
        .mark_rect(cornerRadius=3)
        .encode(
            x=alt.X("week:O", title=None, scale=alt.Scale(paddingInner=0.16), axis=_axis(months)),
            y=alt.Y(f"{y}:O", title=None, scale=alt.Scale(paddingInner=0.16), axis=_axis(names)),
            opacity=alt.condition(
                "datum.sets > 0",
                alt.Opacity(
                    "sets:Q",
                    scale=alt.Scale(domain=[0, darkest], range=[FAINTEST, 1], clamp=True),
                    legend=None,
                ),
                alt.value(EMPTY),
            ),
            tooltip=[
                alt.Tooltip("when:N", title=say("history.when")),
                alt.Tooltip("what:N", title=say("history.done")),
            ],
        )
    ).properties(description=say("history.calendar_alt"))
    return spec(chart, rows)


def _axis(names: dict[str, str]) -> alt.Axis:
    words = ",".join(f"'{value}':'{name}'" for value, name in names.items())
    return alt.Axis(
        values=[int(value) for value in names],
        labelExpr=f"({{{words}}})[datum.value]",
        labelAngle=0,
        ticks=False,
        domain=False,
        grid=False,
        labelOverlap="greedy",
    )


def _day_words(day: Day) -> str:
    if not day.sets:
        return say("history.rest_day")
    return say("history.day_done", sets=day.sets, reps=day.reps, minutes=day.minutes)


def trend_chart(
    series: Sequence[tuple[TrendMeasure, Sequence[Point]]], grain: Grain, first: date, last: date
) -> Spec:
    """One measure over time, or several that share a unit. Amounts are bars, the others lines. The
    whole time from first to last is drawn, so that a pause is seen as one."""
    rows = [
        {
            "day": _moment(point.day),
            # A bar ends a little before the next one begins.
            "end": _moment(point.day, 0.8 * GRAIN_DAYS[grain]),
            "when": day_words(point.day),
            "value": round(point.value * (100 if measure is TrendMeasure.DEPTH else 1), 2),
            "what": say(f"history.measure_{measure.value}"),
        }
        for measure, points in series
        for point in points
    ]
    # A week or a month may have begun before the period did.
    begin = min([first, *(point.day for _, points in series for point in points)])
    measure = series[0][0]
    amounts = measure in (TrendMeasure.REPS, TrendMeasure.HOLD)
    chart = alt.Chart(ROWS, height=HIGH)
    marked = (
        chart.mark_rect().encode(x2="end", y2=alt.Y2Datum(0))
        if amounts
        else chart.mark_line(point=alt.OverlayMarkDef(size=36), interpolate="monotone")
    )
    drawn: alt.Chart = marked.encode(
        x=alt.X(
            "day:T",
            title=None,
            scale=alt.Scale(type="utc", domain=[_moment(begin), _moment(last, 1.0)]),
            axis=alt.Axis(grid=False, labelOverlap="greedy", tickCount=6, tickMinStep=DAY_MS),
        ),
        y=alt.Y(
            "value:Q",
            title=say(f"history.unit_{measure.value}"),
            scale=alt.Scale(zero=amounts or measure is TrendMeasure.BEST_HOLD, nice=True),
            axis=alt.Axis(tickCount=4),
        ),
        color=colour_by_name(len(series) > 1),
        tooltip=[
            alt.Tooltip("when:N", title=say("history.when")),
            alt.Tooltip("value:Q", title=say(f"history.unit_{measure.value}")),
        ],
    ).properties(description=say(f"history.measure_{measure.value}"))
    return spec(drawn, rows)


def _moment(day: date, share: float = 0.0) -> float:
    """A day as the browser counts time, in milliseconds; `share` days later."""
    start = datetime(day.year, day.month, day.day, tzinfo=timezone.utc)
    return start.timestamp() * 1000 + share * DAY_MS


def colour_by_name(several: bool) -> Any:
    """Colours and a legend where there is more than one line."""
    if not several:
        return alt.Undefined
    return alt.Color("what:N", title=None, legend=alt.Legend(orient="top"), sort=None)


def faults_chart(trends: Sequence[FaultTrend], exercise: Exercise) -> Spec:
    """Each fault from before (a ring) to now (a disc)."""
    rows = [
        {
            "fault": rule_title(exercise, trend.rule),
            "before": float(rate(trend.before, exercise)),
            "now": float(rate(trend.now, exercise)),
        }
        for trend in trends
        if isfinite(trend.before) and isfinite(trend.now)
    ]
    held = isinstance(exercise.goal, Hold)
    base = alt.Chart(ROWS, height=max(2, len(rows)) * 34 + 40).encode(
        y=alt.Y("fault:N", title=None, sort=None, axis=alt.Axis(labelLimit=180, ticks=False))
    )
    x = alt.X(
        "before:Q",
        title=say("history.faults_held" if held else "history.faults_reps"),
        scale=alt.Scale(zero=True, nice=True),
        axis=alt.Axis(tickCount=5),
    )
    tips = [
        alt.Tooltip("fault:N", title=say("set.faults")),
        alt.Tooltip("before:Q", title=say("history.before")),
        alt.Tooltip("now:Q", title=say("history.now")),
    ]
    layers = (
        base.mark_bar(height=3, opacity=0.5).encode(x=x, x2="now:Q"),
        base.mark_point(size=110, filled=False, strokeWidth=2).encode(x=x, tooltip=tips),
        base.mark_point(size=130, filled=True, opacity=1).encode(x="now:Q", tooltip=tips),
    )
    return spec(alt.layer(*layers).properties(description=say("history.faults")), rows)
