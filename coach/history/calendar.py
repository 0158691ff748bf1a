"""What was done on which day, and for how many days and weeks in a row. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from coach.history.sets import Sets

WEEK = 7


@dataclass(frozen=True)
class Day:
    """One local day's training."""

    date: date
    sets: int
    reps: int
    hold_s: float
    minutes: float
    """In form, and under the camera."""


@dataclass(frozen=True)
class Streak:
    """Days or weeks in a row."""

    current: int
    """In a row up to now, where today (or this week) need not be over."""
    longest: int
    """Ever."""


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def days(sets: Sets) -> tuple[Day, ...]:
    """The days with a set, in order."""
    ordinals, where = np.unique(sets.day, return_inverse=True)
    counts = np.bincount(where, minlength=len(ordinals))
    reps = np.bincount(where, sets.reps, len(ordinals))
    held = np.bincount(where, sets.hold_s, len(ordinals))
    seconds = np.bincount(where, sets.duration_s, len(ordinals))
    return tuple(
        Day(date.fromordinal(day), int(n), int(r), float(h), float(s) / 60)
        for day, n, r, h, s in zip(ordinals.tolist(), counts, reps, held, seconds, strict=True)
    )


def calendar(done: Iterable[Day], first: date, last: date) -> tuple[Day, ...]:
    """Every day from the Monday of first's week to `last`, those without a set as empty ones."""
    by_date = {day.date: day for day in done}
    start = monday(first)
    every = (start + timedelta(days=i) for i in range((last - start).days + 1))
    return tuple(by_date.get(day, Day(day, 0, 0, 0.0, 0.0)) for day in every)


def day_streak(sets: Sets, today: date) -> Streak:
    """Days in a row with a set. Days after today, of a clock that was wrong, do not count."""
    return _streak([day for day in sets.day.tolist() if day <= today.toordinal()], today, 1)


def week_streak(sets: Sets, today: date) -> Streak:
    """Weeks in a row (Monday to Sunday) with at least one set: rest days do not end it."""
    return _streak([day for day in sets.day.tolist() if day <= today.toordinal()], today, WEEK)


def _streak(ordinals: Iterable[int], today: date, length: int) -> Streak:
    # Day 1 of the calendar was a Monday, so that whole weeks follow each other by number.
    places = sorted({(ordinal - 1) // length for ordinal in ordinals})
    longest = run = 0
    before = None
    for place in places:
        run = run + 1 if before is not None and place == before + 1 else 1
        longest = max(longest, run)
        before = place
    now = (today.toordinal() - 1) // length
    return Streak(run if before is not None and before >= now - 1 else 0, longest)
