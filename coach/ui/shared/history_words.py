"""What the history says, in a person's words. Pure: no Streamlit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from math import isfinite

from coach.analysis.exercise_words import exercise_title, rule_title
from coach.history.bests import Best, PersonalBest
from coach.history.fatigue import Fatigue
from coach.history.fault_trends import Change, FaultTrend
from coach.history.rank_trend import RankTrend
from coach.motion.exercise import LEVELS, Exercise, Hold
from coach.records.values import SetSummary
from coach.texts import is_known, say, say_count, say_date
from coach.ui.shared.words import MISSING, hold_time, percent

_CHANGE = {
    Change.RARER: "history.fault_rarer",
    Change.MORE: "history.fault_more",
    Change.SAME: "history.fault_same",
    Change.UNKNOWN: "history.fault_unknown",
}


def day_words(day: date) -> str:
    """`21 Nov 2026`."""
    return say("history.day", day=day.day, month=month_word(day), year=day.year)


def month_word(day: date) -> str:
    """`Nov`."""
    return say_date(day, "MMM")


def weekday_word(day: date) -> str:
    """`Sat`."""
    return say_date(day, "EEE")


def moment_words(moment: datetime) -> str:
    """`Sat 21 Nov 2026, 18:05`, where and when it was done."""
    return say(
        "history.moment",
        weekday=weekday_word(moment),
        day=day_words(moment),
        time=f"{moment:%H:%M}",
    )


def known_title(exercises: Mapping[str, Exercise], key: str) -> str:
    """The exercise's title; of one that is no longer there its key, readable."""
    return (
        exercise_title(exercises[key]) if key in exercises else key.replace("_", " ").capitalize()
    )


def level_word(level: str) -> str:
    """The level's name; one that is not known as it is."""
    key = f"live.level_{level}"
    return say(key) if is_known(key) else level


def result_words(summary: SetSummary) -> str:
    """`12 reps`, or `1:12 held`."""
    if summary.hold_s > 0 and not summary.reps:
        return say("set.hold", hold=hold_time(summary.hold_s))
    return say_count("set.reps", summary.reps)


def set_line(summary: SetSummary, exercises: Mapping[str, Exercise], today: date) -> str:
    """One set in one line that fits a phone: when, what, how much, how well. This year goes without
    saying, and so does the first level."""
    when = summary.started_at
    parts = [
        say(
            "history.day_of_year",
            weekday=weekday_word(when),
            day=when.day,
            month=month_word(when),
            time=f"{when:%H:%M}",
        )
        if when.year == today.year
        else day_words(when),
        known_title(exercises, summary.exercise),
        result_words(summary),
    ]
    if summary.score is not None:
        parts.append(say("history.score_of", score=summary.score))
    if summary.level != LEVELS[0]:
        parts.append(level_word(summary.level))
    return " · ".join(parts)


def best_words(best: PersonalBest) -> tuple[str, str]:
    """What one is best in, and the number."""
    value = {
        Best.REPS: f"{best.value:.0f}",
        Best.HOLD: hold_time(best.value),
        Best.SCORE: f"{best.value:.0f}",
        Best.DEPTH: percent(best.value),
    }[best.kind]
    return say(f"history.best_{best.kind.value}"), value


def fault_words(trend: FaultTrend, exercise: Exercise) -> str:
    """One fault's way in a sentence, with its numbers."""
    unit = "minute" if isinstance(exercise.goal, Hold) else "reps"
    return say(
        _CHANGE[trend.change],
        fault=rule_title(exercise, trend.rule),
        before=say(f"history.rate_{unit}", rate=rate(trend.before, exercise)),
        now=say(f"history.rate_{unit}", rate=rate(trend.now, exercise)),
    )


def rate(share: float, exercise: Exercise) -> str:
    """Of 100 reps, or of a hold how often in a minute."""
    if not isfinite(share):
        return MISSING
    return f"{share:.1f}" if isinstance(exercise.goal, Hold) else f"{share * 100:.0f}"


def fatigue_words(found: Fatigue) -> tuple[str, ...]:
    """What happened to range and tempo over a set; a single sentence where nothing is sure."""
    sentences = []
    if found.range is not None:
        key = "history.range_fell" if found.range.change < 0 else "history.range_rose"
        sentences.append(say(key, begin=percent(found.range.begin), end=percent(found.range.end)))
    for name, trend in (("down", found.down), ("up", found.up)):
        if trend is not None:
            sentences.append(_tempo(name, trend))
    return tuple(sentences) or (say("history.no_fatigue"),)


def _tempo(name: str, trend: RankTrend) -> str:
    slower = "slower" if trend.change > 0 else "quicker"
    return say(f"history.{name}_{slower}", begin=trend.begin, end=trend.end)
