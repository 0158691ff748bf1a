"""Charts hold what they were given, and are charts that the browser's library takes."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from math import nan

import altair as alt
import pytest

from coach.history.calendar import calendar, days
from coach.history.curves import Why
from coach.history.fault_trends import Change, FaultTrend
from coach.history.sets import Sets
from coach.history.trends import Grain, Point, TrendMeasure
from coach.ui.history.charts import calendar_chart, faults_chart, trend_chart, years_chart
from coach.ui.history.set_charts import LIMIT, reps_chart, why_chart
from exercises import find
from tests.history.figures import NOON, golden, rep, summary

MONDAY = NOON.date()


def values(spec, layers=None):
    """The rows of each layer of a chart, which is checked against Vega-Lite's own schema."""
    alt.Chart.from_dict(spec, validate=True)
    layers = layers or spec.get("layer") or [spec]
    return [spec["datasets"][(layer.get("data") or spec["data"])["name"]] for layer in layers]


def test_a_calendar_has_a_square_for_every_day():
    done = days(Sets.of([summary(0), summary(0), summary(9)]))
    spec = calendar_chart(calendar(done, MONDAY, MONDAY + timedelta(days=13)))
    (rows,) = values(spec)
    assert [row["sets"] for row in rows] == [2, *[0] * 8, 1, *[0] * 4]
    assert [(row["week"], row["weekday"]) for row in rows][7:9] == [(1, 0), (1, 1)]
    assert rows[0]["when"] == "Mon 2 Mar 2026"


def test_a_long_history_has_a_square_for_every_week_in_the_row_of_its_year():
    first, last = date(2024, 12, 30), date(2026, 1, 4)
    done = days(Sets.of([summary((date(2025, 1, 2) - MONDAY).days), summary()]))
    (rows,) = values(years_chart(calendar(done, first, last)))
    assert {row["year"] for row in rows} == {2025, 2026}, "the 30th is in the first week of 2025"
    assert [row["week"] for row in rows if row["sets"]] == [1]
    assert len({(row["year"], row["week"]) for row in rows}) == len(rows) == 53


@pytest.mark.parametrize("measure", list(TrendMeasure))
@pytest.mark.parametrize("grain", list(Grain))
def test_every_measure_is_drawn_at_every_grain(measure, grain):
    points = [Point(MONDAY, 1.5), Point(MONDAY + timedelta(days=31), 2.5)]
    (rows,) = values(trend_chart([(measure, points)], grain, MONDAY, MONDAY + timedelta(days=40)))
    assert [row["value"] for row in rows] == (
        [150, 250] if measure is TrendMeasure.DEPTH else [1.5, 2.5]
    )
    assert datetime.fromtimestamp(rows[0]["day"] / 1000, timezone.utc).date() == MONDAY
    assert rows[0]["end"] > rows[0]["day"]


def test_two_measures_of_one_unit_have_a_legend():
    points = [Point(MONDAY, 1.0)]
    both = trend_chart(
        [(TrendMeasure.DOWN, points), (TrendMeasure.UP, points)], Grain.DAY, MONDAY, MONDAY
    )
    assert "color" in both["encoding"]


def test_a_fault_without_a_before_is_not_drawn():
    known = FaultTrend("heels_lifting", 0.4, 0.1, 200, Change.RARER)
    unknown = FaultTrend("shallow", nan, 0.1, 10, Change.UNKNOWN)
    rows = values(faults_chart([known, unknown], find("squat")))[0]
    assert rows == [{"fault": "Heels lifting", "before": 40.0, "now": 10.0}]


@pytest.mark.parametrize(
    ("low", "high", "lines"),
    [(None, 95.0, 1), (-9.0, 9.0, 2), (150.0, None, 1), (None, None, 0)],
)
def test_why_shows_each_limit_and_the_moment(low, high, lines):
    spec = why_chart(Why("shallow", "deg", (0.0, 0.1), (170.0, nan), low, high, 0.1, 118.0))
    assert values(spec)[0][1]["value"] is None, "what was not seen is a gap"
    dashed = [layer for layer in spec["layer"] if layer["mark"].get("strokeDash")]
    assert len(dashed) == lines
    dots = [layer for layer in spec["layer"] if layer["mark"].get("filled")]
    assert values(spec, dots) == [[{"t": 0.1, "value": 118.0}]]
    assert dots[0]["mark"]["color"] == LIMIT


def test_a_rest_has_neither():
    spec = why_chart(Why("rested", "deg", (0.0, 0.1), (170.0, 90.0), None, None, 0.1, nan))
    assert len(spec["layer"]) == 1


def test_reps_are_drawn_one_by_one():
    _, report = golden("squat_front_fast_2")
    depth, tempo = reps_chart([*report.reps, rep(3, 9.0, 10.0, 11.0, nan)])["vconcat"]
    assert depth["encoding"]["y"]["field"] == "range"
    assert tempo["encoding"]["y"]["field"] == "seconds"
