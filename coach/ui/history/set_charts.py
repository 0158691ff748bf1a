"""The charts of one set. They draw what was worked out elsewhere, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

import altair as alt

from coach.history.curves import Why
from coach.motion.curves import Curve
from coach.motion.snapshot import Rep
from coach.texts import say
from coach.ui.history.charts import HIGH, ROWS, Spec, colour_by_name, spec

LIMIT = "#D92D3A"
"""Readable on both grounds."""


def reps_chart(reps: Sequence[Rep]) -> Spec:
    """Range and tempo, rep by rep."""
    rows = [
        {
            "rep": rep.number,
            "range": round(rep.range_of_motion * 100) if isfinite(rep.range_of_motion) else None,
            "seconds": round(seconds, 2),
            "what": say(f"history.measure_{name}"),
        }
        for rep in reps
        for name, seconds in (("down", rep.descent_s), ("up", rep.ascent_s))
    ]
    x = alt.X("rep:O", title=say("set.number"), axis=alt.Axis(labelAngle=0, labelOverlap="greedy"))
    dots = alt.OverlayMarkDef(size=36)
    depth = (
        alt.Chart(ROWS, height=150, width="container")
        .mark_line(point=dots)
        .encode(
            x=x,
            y=alt.Y("range:Q", title=say("history.unit_depth"), scale=alt.Scale(zero=False)),
            tooltip=[alt.Tooltip("rep:O", title=say("set.number")), alt.Tooltip("range:Q")],
        )
    )
    tempo = (
        alt.Chart(ROWS, height=150, width="container")
        .mark_line(point=dots)
        .encode(
            x=x,
            y=alt.Y("seconds:Q", title=say("history.unit_down"), scale=alt.Scale(zero=True)),
            color=colour_by_name(True),
            tooltip=[alt.Tooltip("rep:O", title=say("set.number")), alt.Tooltip("seconds:Q")],
        )
    )
    return spec(alt.vconcat(depth, tempo), rows)


def why_chart(why: Why) -> Spec:
    """What was measured around a rep, the limit as a dashed line, the moment as a dot."""
    unit = say(f"history.curve_{why.unit}")
    rows = _curve_rows(why.t, why.values)
    curve = (
        alt.Chart(ROWS, height=HIGH)
        .mark_line(strokeWidth=3)
        .encode(
            x=alt.X(
                "t:Q",
                title=say("history.seconds"),
                scale=alt.Scale(nice=False),
                axis=alt.Axis(grid=False, tickCount=8),
            ),
            y=alt.Y("value:Q", title=unit, scale=alt.Scale(zero=False, padding=12)),
        )
    )
    layers: list[Any] = [curve]
    for key, limit in (("history.limit_low", why.low), ("history.limit_high", why.high)):
        if limit is not None and isfinite(limit):
            row = {"limit": limit, "label": say(key), "t": why.t[-1]}
            base = alt.Chart(alt.InlineData(values=[row])).encode(y="limit:Q")
            layers.append(base.mark_rule(color=LIMIT, strokeDash=[6, 4], strokeWidth=2))
            words = base.mark_text(align="right", dy=-8, color=LIMIT, fontWeight=600)
            layers.append(words.encode(x="t:Q", text="label:N"))
    if isfinite(why.value):
        row = {"t": why.at, "value": why.value}
        base = alt.Chart(alt.InlineData(values=[row])).encode(x="t:Q")
        layers.append(base.mark_rule(strokeWidth=1, opacity=0.6))
        layers.append(base.mark_point(size=170, filled=True, color=LIMIT).encode(y="value:Q"))
    return spec(alt.layer(*layers).properties(description=say("set.why")), rows)


def sides_chart(left: Curve, right: Curve) -> Spec:
    """The counted angle of either side over a set."""
    rows = [
        {**row, "what": say(f"replay.{name}")}
        for name, curve in (("left", left), ("right", right))
        for row in _curve_rows(curve.t, curve.values)
    ]
    chart: alt.Chart = (
        alt.Chart(ROWS, height=HIGH)
        .mark_line()
        .encode(
            x=alt.X(
                "t:Q",
                title=say("history.seconds"),
                scale=alt.Scale(nice=False),
                axis=alt.Axis(grid=False, tickCount=8),
            ),
            y=alt.Y("value:Q", title=say("history.curve_deg"), scale=alt.Scale(zero=False)),
            color=colour_by_name(True),
        )
    )
    return spec(chart, rows)


def _curve_rows(t: Sequence[float], values: Sequence[float]) -> list[dict[str, float | None]]:
    return [
        {"t": round(at, 3), "value": round(value, 4) if isfinite(value) else None}
        for at, value in zip(t, values, strict=True)
    ]
