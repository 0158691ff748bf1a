"""What a whole set came to: a value, and its JSON form that docs/formats.md describes.

Every number is a JSON number; one that is not known (NaN) is null.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from types import MappingProxyType
from typing import Any, TypeVar, cast

from coach.errors import CoachError
from coach.motion.snapshot import (
    Attempt,
    Evidence,
    FaultSpan,
    HeldTime,
    Rep,
    Snapshot,
    View,
    ViewSpan,
)

Json = dict[str, Any]
Done = TypeVar("Done", Rep, Attempt)

# Times to a millisecond, measures to a tenth of a thousandth: finer than any of them is known.
TIME_DIGITS = 3
MEASURE_DIGITS = 4


class ReportError(CoachError, ValueError):
    """JSON that is not a report; the message is one sentence for a person."""


@dataclass(frozen=True)
class Report:
    """A set from its first to its last frame, duration_s seconds apart."""

    exercise: str
    level: str
    duration_s: float
    reps: tuple[Rep, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    hold_s: float = 0.0
    holds: tuple[HeldTime, ...] = ()
    faults: tuple[FaultSpan, ...] = ()
    view: View = View.UNKNOWN
    """The one seen longest, unknown ones aside."""
    views: tuple[ViewSpan, ...] = ()
    """Each in order of time."""
    abstained: tuple[str, ...] = ()
    """Rules that the last view does not show."""


class Rounding:
    """Rounds reps and attempts, each once: a set of an hour has a thousand of them, and is reported
    at every new one."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Rep | Attempt, Rep | Attempt]] = {}

    def all(self, done: tuple[Done, ...]) -> tuple[Done, ...]:
        """Reps or attempts with numbers that are not finer than what is known."""
        return tuple(self._one(each) for each in done)

    def _one(self, done: Done) -> Done:
        before = self._known.get(id(done))
        # Kept with what it was made of, whose number no other can have meanwhile.
        if before is not None and before[0] is done:
            return cast("Done", before[1])
        rounded = replace(
            done,
            start_s=_time(done.start_s),
            bottom_s=_time(done.bottom_s),
            end_s=_time(done.end_s),
            range_of_motion=_measure(done.range_of_motion),
            evidence=_rounded(done.evidence),
        )
        self._known[id(done)] = done, rounded
        return rounded


def make_report(
    snapshot: Snapshot,
    duration_s: float,
    views: tuple[ViewSpan, ...],
    rounding: Rounding | None = None,
) -> Report:
    """The report of a set that ended with `snapshot`; numbers are rounded here, once. rounding: the
    set's own, where it is reported again and again."""
    rounding = rounding or Rounding()
    return Report(
        exercise=snapshot.exercise,
        level=snapshot.level,
        duration_s=_time(duration_s),
        reps=rounding.all(snapshot.reps),
        attempts=rounding.all(snapshot.attempts),
        hold_s=_time(snapshot.hold_s),
        holds=tuple(HeldTime(_time(hold.start_s), _time(hold.end_s)) for hold in snapshot.holds),
        faults=tuple(
            FaultSpan(span.key, _time(span.start_s), _time(span.end_s))
            for span in snapshot.fault_spans
        ),
        view=longest_view(views),
        views=tuple(ViewSpan(span.view, _time(span.start_s), _time(span.end_s)) for span in views),
        abstained=snapshot.abstained,
    )


def longest_view(views: Iterable[ViewSpan]) -> View:
    """The known view that was seen longest, the earlier one in a tie; UNKNOWN without any."""
    seconds: dict[View, float] = {}
    for span in views:
        if span.view is not View.UNKNOWN:
            seconds[span.view] = seconds.get(span.view, 0.0) + span.end_s - span.start_s
    return max(seconds, key=seconds.__getitem__, default=View.UNKNOWN)


def to_json(report: Report) -> Json:
    """A dict that `json.dumps(..., allow_nan=False)` takes."""
    return {
        "exercise": report.exercise,
        "level": report.level,
        "duration_s": _number(report.duration_s),
        "rep_count": len(report.reps),
        "reps": [
            {
                "number": rep.number,
                **_movement(rep),
                "score": rep.score,
                "deductions": [{"key": key, "points": points} for key, points in rep.deductions],
                "faults": list(rep.faults),
                "uneven_deg": _number(rep.uneven_deg),
                "evidence": _evidence(rep.evidence),
            }
            for rep in report.reps
        ],
        "attempts": [
            {
                "reason": attempt.reason,
                **_movement(attempt),
                "evidence": _evidence(attempt.evidence),
            }
            for attempt in report.attempts
        ],
        "hold_s": _number(report.hold_s),
        "holds": [_span(hold) for hold in report.holds],
        "faults": [{"key": span.key, **_span(span)} for span in report.faults],
        "view": report.view.value,
        "views": [{"view": span.view.value, **_span(span)} for span in report.views],
        "abstained": list(report.abstained),
    }


def _movement(done: Rep | Attempt) -> Json:
    return {
        "start_s": _number(done.start_s),
        "bottom_s": _number(done.bottom_s),
        "end_s": _number(done.end_s),
        "range_of_motion": _number(done.range_of_motion),
    }


def _span(span: HeldTime | FaultSpan | ViewSpan) -> Json:
    return {"start_s": _number(span.start_s), "end_s": _number(span.end_s)}


def _evidence(evidence: Mapping[str, Evidence]) -> Json:
    return {
        key: {
            "rule": item.rule,
            "value": _number(item.value),
            "low": _number(item.low),
            "high": _number(item.high),
            "unit": item.unit,
            "t": _number(item.t),
            "view": item.view.value,
            "visibility": _number(item.visibility),
            "judged": item.judged,
        }
        for key, item in evidence.items()
    }


def _number(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def _time(value: float) -> float:
    return round(value, TIME_DIGITS)


def _measure(value: float) -> float:
    return round(value, MEASURE_DIGITS)


def _rounded(evidence: Mapping[str, Evidence]) -> Mapping[str, Evidence]:
    return MappingProxyType(
        {
            key: replace(
                item,
                value=_measure(item.value),
                low=None if item.low is None else _measure(item.low),
                high=None if item.high is None else _measure(item.high),
                t=_time(item.t),
                visibility=_measure(item.visibility),
            )
            for key, item in evidence.items()
        }
    )
