"""Which part of the history is shown: exercise, level, period."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from coach.history.sets import Sets
from coach.motion.exercise import LEVELS, Exercise
from coach.texts import say
from coach.ui.shared.history_words import known_title

EVERY = "all"
PERIODS: Mapping[str, int | None] = {"month": 28, "quarter": 91, "year": 365, EVERY: None}
"""Each choice and its days, today included."""

_EXERCISE, _PERIOD, _LEVEL = "history-exercise", "history-period", "history-level"
# Streamlit forgets a widget's value while a single set is shown instead; it is kept here.
_KEPT = "history-filters"


@dataclass(frozen=True)
class Chosen:
    """The sets that were asked for, from which day to which; those of any time that are asked for
    in all else; and how many of these a clock that ran ahead has put later than `last`."""

    sets: Sets
    ever: Sets
    ahead: int
    first: date
    last: date
    exercise: str
    """Its key, or empty."""


def local_zone() -> tzinfo:
    """The time zone that the browser is in."""
    with contextlib.suppress(ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(st.context.timezone or "UTC")
    return timezone.utc


def local_today() -> date:
    """Today where the browser is."""
    return datetime.now(local_zone()).date()


def filters(sets: Sets, exercises: Mapping[str, Exercise], today: date) -> Chosen:
    """The choices in one row, and what they leave of the sets, of which there is at least one."""
    done = sorted(set(sets.exercise.tolist()))
    levels = [level for level in LEVELS if level in sets.level]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        exercise = _choice(
            _EXERCISE,
            "live.exercise",
            [EVERY, *done],
            lambda key: say("history.every") if key == EVERY else known_title(exercises, key),
        )
        period = _choice(
            _PERIOD, "history.period", list(PERIODS), lambda key: say(f"history.period_{key}")
        )
        level = EVERY
        if len(levels) > 1:
            level = _choice(
                _LEVEL,
                "live.level",
                [EVERY, *levels],
                lambda key: say("history.levels" if key == EVERY else f"live.level_{key}"),
            )
    days = PERIODS[period]
    # Somebody who flew home did today's set tomorrow.
    last = max(today, min(today + timedelta(days=1), date.fromordinal(int(sets.day.max()))))
    first = (
        min(last, date.fromordinal(int(sets.day.min())))
        if days is None
        else today - timedelta(days=days - 1)
    )
    exercise = "" if exercise == EVERY else exercise
    ever = sets.chosen(exercise=exercise, level="" if level == EVERY else level)
    ahead = int((ever.day > last.toordinal()).sum())
    return Chosen(ever.chosen(since=first, until=last), ever, ahead, first, last, exercise)


def _choice(key: str, label: str, options: Sequence[str], words: Any) -> str:
    kept: dict[str, str] = st.session_state.setdefault(_KEPT, {})
    before = kept.get(key, "quarter" if key == _PERIOD else options[0])
    chosen = st.segmented_control(
        say(label),
        options,
        default=before if before in options else options[0],
        format_func=words,
        key=key,
        required=True,
        label_visibility="collapsed",
        width="content",
    )
    kept[key] = chosen or options[0]
    return kept[key]
