"""Numbers and keys of the engine in a person's words. Pure: no Streamlit."""

from __future__ import annotations

from math import isfinite

from coach.analysis.exercise_words import reason_title
from coach.motion.exercise import Exercise
from coach.motion.snapshot import Attempt, Evidence
from coach.texts import say

MISSING = "–"


def clock(seconds: float) -> str:
    """Minutes and seconds, `1:07`."""
    whole = int(max(0.0, seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def hold_time(seconds: float) -> str:
    """A hold, with tenths while it is short enough to care: `12.4 s`, `1:07`."""
    return say("live.seconds", seconds=seconds) if seconds < 60 else clock(seconds)


def percent(share: float) -> str:
    """A share of the wanted range of motion; a dash where it is unknown."""
    return f"{round(share * 100)} %" if isfinite(share) else MISSING


def measured(evidence: Evidence) -> str:
    """The measured value and its limit: `118°, at most 112°`. Empty where nothing was measured."""
    if not evidence.judged or not isfinite(evidence.value):
        return ""
    value = _value(evidence.value, evidence.unit)
    for key, limit in (("live.at_most", evidence.high), ("live.at_least", evidence.low)):
        beyond = limit is not None and isfinite(limit)
        if limit is not None and beyond and (evidence.value > limit) == (key == "live.at_most"):
            return say(key, value=value, limit=_limit(limit, evidence.unit))
    return value


def why_not(exercise: Exercise, attempt: Attempt) -> str:
    """Why an attempt did not count, with what was measured where the rule measured something."""
    title = reason_title(exercise, attempt.reason)
    evidence = attempt.evidence.get(attempt.reason)
    detail = measured(evidence) if evidence is not None else ""
    return f"{title} ({detail})" if detail else title


def limit_words(low: float | None, high: float | None, unit: str) -> str:
    """The good range of a rule: `at least 150°`, `-9° to 9°`; a dash where it has none."""
    if low is not None and high is not None:
        return say("guide.between", low=_limit(low, unit), high=_limit(high, unit))
    if low is not None:
        return say("guide.at_least", limit=_limit(low, unit))
    return MISSING if high is None else say("guide.at_most", limit=_limit(high, unit))


def _limit(value: float, unit: str) -> str:
    """As it stands in the rule: rounded, two levels' limits would look alike."""
    if unit == "m":
        return f"{round(100 * value, 2):g} cm"
    return f"{round(value, 3):g}{'°' if unit == 'deg' else ''}"


def _value(value: float, unit: str) -> str:
    if unit == "m":
        return f"{100 * value:.1f} cm"
    return f"{value:.0f}°" if unit == "deg" else f"{value:.2f}"
