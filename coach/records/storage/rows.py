"""Values as they stand in the tables, and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import isfinite, nan
from types import MappingProxyType
from typing import Any

from coach.motion.judging.score import set_score
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Evidence, FaultSpan, HeldTime, Rep, View, ViewSpan
from coach.records.storage.tables import AttemptRow, RepRow

Columns = dict[str, Any]


def set_columns(report: Report) -> Columns:
    """What a set comes to, as columns of its row."""
    if report.reps:
        faults = Counter(key for rep in report.reps for key in rep.faults)
    else:
        faults = Counter(span.key for span in report.faults)
    return {
        "exercise": report.exercise,
        "level": report.level,
        "duration_s": report.duration_s,
        "reps": len(report.reps),
        "attempts": len(report.attempts),
        "hold_s": report.hold_s,
        "longest_hold_s": max((hold.end_s - hold.start_s for hold in report.holds), default=0.0),
        "score": set_score(tuple(rep.score for rep in report.reps)),
        "range_of_motion": _mean([rep.range_of_motion for rep in report.reps]),
        "descent_s": _mean([rep.descent_s for rep in report.reps]),
        "ascent_s": _mean([rep.ascent_s for rep in report.reps]),
        "uneven_deg": _mean([number(rep.uneven_deg) for rep in report.reps]),
        "faults": dict(faults),
        "reasons": dict(Counter(attempt.reason for attempt in report.attempts)),
        "view": report.view.value,
        "rest": {
            "holds": [[hold.start_s, hold.end_s] for hold in report.holds],
            "faults": [[span.key, span.start_s, span.end_s] for span in report.faults],
            "views": [[span.view.value, span.start_s, span.end_s] for span in report.views],
            "abstained": list(report.abstained),
        },
    }


def rep_columns(rep: Rep) -> Columns:
    """A rep, as columns of its row."""
    return {
        "start_s": rep.start_s,
        "bottom_s": rep.bottom_s,
        "end_s": rep.end_s,
        "range_of_motion": known(rep.range_of_motion),
        "score": rep.score,
        "uneven_deg": known(rep.uneven_deg),
        "faults": list(rep.faults),
        "deductions": [list(pair) for pair in rep.deductions],
        "evidence": _evidence(rep.evidence),
    }


def attempt_columns(attempt: Attempt) -> Columns:
    """An attempt, as columns of its row."""
    return {
        "reason": attempt.reason,
        "start_s": attempt.start_s,
        "bottom_s": attempt.bottom_s,
        "end_s": attempt.end_s,
        "range_of_motion": known(attempt.range_of_motion),
        "evidence": _evidence(attempt.evidence),
    }


def rep_of(row: RepRow) -> Rep:
    """The rep in a row."""
    return Rep(
        number=row.number,
        start_s=row.start_s,
        bottom_s=row.bottom_s,
        end_s=row.end_s,
        range_of_motion=number(row.range_of_motion),
        faults=tuple(row.faults),
        evidence=_evidence_of(row.evidence),
        score=row.score,
        deductions=tuple((key, points) for key, points in row.deductions),
        uneven_deg=row.uneven_deg,
    )


def attempt_of(row: AttemptRow) -> Attempt:
    """The attempt in a row."""
    return Attempt(
        reason=row.reason,
        start_s=row.start_s,
        bottom_s=row.bottom_s,
        end_s=row.end_s,
        range_of_motion=number(row.range_of_motion),
        evidence=_evidence_of(row.evidence),
    )


def holds_of(rest: Columns) -> tuple[HeldTime, ...]:
    """The holds in a set's `rest`."""
    return tuple(HeldTime(start, end) for start, end in rest["holds"])


def faults_of(rest: Columns) -> tuple[FaultSpan, ...]:
    """The stretches of faults in a set's `rest`."""
    return tuple(FaultSpan(key, start, end) for key, start, end in rest["faults"])


def views_of(rest: Columns) -> tuple[ViewSpan, ...]:
    """Where the camera stood, in a set's `rest`."""
    return tuple(ViewSpan(View(view), start, end) for view, start, end in rest["views"])


def known(value: float | None) -> float | None:
    """A number that a database takes: None for one that is not known."""
    return value if value is not None and isfinite(value) else None


def number(value: float | None) -> float:
    """NaN for what a database does not know."""
    return nan if value is None else value


def _mean(values: Sequence[float]) -> float | None:
    found = [value for value in values if isfinite(value)]
    return round(sum(found) / len(found), 4) if found else None


def _evidence(evidence: Mapping[str, Evidence]) -> list[list[Any]]:
    """One list per rule, in the order of Evidence's fields: names would be most of what is kept."""
    return [
        [
            item.rule,
            known(item.value),
            item.low,
            item.high,
            item.unit,
            item.t,
            item.view.value,
            known(item.visibility),
            item.judged,
        ]
        for item in evidence.values()
    ]


def _evidence_of(rows: list[Any]) -> Mapping[str, Evidence]:
    return MappingProxyType(
        {
            rule: Evidence(
                rule, number(value), low, high, unit, t, View(view), number(visibility), judged
            )
            for rule, value, low, high, unit, t, view, visibility, judged in rows
        }
    )
