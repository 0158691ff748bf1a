"""How a number went over time, by day, week or month. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

import numpy as np

from coach.history.sets import Floats, Ints, Sets

# Longer periods are drawn by weeks, and very long ones by months: a chart on a phone shows some
# hundred points and no more.
DAYS_BY_DAY = 93
DAYS_BY_WEEK = 3 * 366
EPOCH = date(1970, 1, 1).toordinal()


class Grain(Enum):
    """What one point of a trend stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class TrendMeasure(Enum):
    """What can be followed over time. REPS are added up, BEST_HOLD is the longest; the others are
    means over the reps of all sets."""

    REPS = "reps"
    HOLD = "hold"
    BEST_HOLD = "best_hold"
    SCORE = "score"
    DEPTH = "depth"
    DOWN = "down"
    UP = "up"
    UNEVEN = "uneven"


@dataclass(frozen=True)
class Point:
    """One day, week or month by its first day."""

    day: date
    value: float
    """In the measure's unit."""


def grain_for(first: date, last: date) -> Grain:
    """How finely a stretch of time is drawn."""
    length = (last - first).days + 1
    if length <= DAYS_BY_DAY:
        return Grain.DAY
    return Grain.WEEK if length <= DAYS_BY_WEEK else Grain.MONTH


def trend(sets: Sets, measure: TrendMeasure, grain: Grain) -> tuple[Point, ...]:
    """A point for every day, week or month in which the measure is known, in order of time."""
    values = _values(sets, measure)
    weights = _weights(sets, measure)
    known = np.isfinite(values) & (weights > 0)
    starts, where = np.unique(_starts(sets.day[known], grain), return_inverse=True)
    values, weights = values[known], weights[known]
    found: Floats = np.zeros(len(starts))
    if measure is TrendMeasure.BEST_HOLD:
        np.maximum.at(found, where, values)
    else:
        np.add.at(found, where, values * weights)
    if measure not in (TrendMeasure.REPS, TrendMeasure.HOLD, TrendMeasure.BEST_HOLD):
        found /= np.bincount(where, weights, len(starts))
    return tuple(
        Point(date.fromordinal(start), float(value))
        for start, value in zip(starts.tolist(), found, strict=True)
    )


def known_measures(sets: Sets) -> tuple[TrendMeasure, ...]:
    """What these sets can be followed by."""
    return tuple(
        measure
        for measure in TrendMeasure
        if (np.isfinite(_values(sets, measure)) & (_weights(sets, measure) > 0)).any()
    )


def _starts(ordinals: Ints, grain: Grain) -> Ints:
    if grain is Grain.DAY:
        return ordinals
    if grain is Grain.WEEK:
        return ordinals - (ordinals - 1) % 7
    months = (ordinals - EPOCH).astype("datetime64[D]").astype("datetime64[M]")
    return months.astype("datetime64[D]").astype(np.int64) + EPOCH


def _values(sets: Sets, measure: TrendMeasure) -> Floats:
    columns = {
        TrendMeasure.REPS: sets.reps,
        TrendMeasure.HOLD: sets.hold_s,
        TrendMeasure.BEST_HOLD: sets.longest_hold_s,
        TrendMeasure.SCORE: sets.score,
        TrendMeasure.DEPTH: sets.range_of_motion,
        TrendMeasure.DOWN: sets.descent_s,
        TrendMeasure.UP: sets.ascent_s,
        TrendMeasure.UNEVEN: sets.uneven_deg,
    }
    return columns[measure].astype(np.float64)


def _weights(sets: Sets, measure: TrendMeasure) -> Floats:
    if measure is TrendMeasure.REPS:
        return (sets.reps > 0).astype(np.float64)
    if measure in (TrendMeasure.HOLD, TrendMeasure.BEST_HOLD):
        return (sets.hold_s > 0).astype(np.float64)
    return sets.reps.astype(np.float64)
