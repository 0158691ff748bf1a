"""Values as they stand in the tables, and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from math import isfinite, nan
from typing import Any, TypeVar, cast

from coach.motion.codec import adapter
from coach.motion.judging.score import set_score
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Evidence, FaultSpan, HeldTime, Rep, ViewSpan
from coach.records.storage.tables import AttemptRow, RepRow

Done = TypeVar("Done", Rep, Attempt)
Span = TypeVar("Span", HeldTime, FaultSpan, ViewSpan)

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
            "holds": _spans(report.holds),
            "faults": _spans(report.faults),
            "views": _spans(report.views),
            "abstained": list(report.abstained),
        },
    }


def columns_of(done: Rep | Attempt) -> Columns:
    """A rep or an attempt, as columns of its row, but for its number."""
    columns: Columns = adapter(type(done)).dump_python(done, mode="json")
    columns.pop("number", None)
    columns["evidence"] = _packed(columns["evidence"].values())
    if "deductions" in columns:
        columns["deductions"] = _packed(columns["deductions"])
    return columns


def done_of(kind: type[Done], row: RepRow | AttemptRow) -> Done:
    """The rep or the attempt in a row."""
    data = {name: getattr(row, name) for name in _names(kind)}
    evidence = (_named(_names(Evidence), item) for item in row.evidence)
    data["evidence"] = {item["rule"]: item for item in evidence}
    if isinstance(row, RepRow):
        data["deductions"] = [_named(("key", "points"), pair) for pair in row.deductions]
    return cast(Done, adapter(kind).validate_python(data))


def spans_of(kind: type[Span], rows: Sequence[Sequence[Any]]) -> tuple[Span, ...]:
    """The holds, faults or views in a set's `rest`."""
    names = _names(kind)
    return tuple(adapter(kind).validate_python(_named(names, row)) for row in rows)


def known(value: float | None) -> float | None:
    """A number that a database takes: None for one that is not known."""
    return value if value is not None and isfinite(value) else None


def number(value: float | None) -> float:
    """NaN for what a database does not know."""
    return nan if value is None else value


def _mean(values: Sequence[float]) -> float | None:
    found = [value for value in values if isfinite(value)]
    return round(sum(found) / len(found), 4) if found else None


def _packed(items: Iterable[Mapping[str, Any]]) -> list[list[Any]]:
    """One list for each, in the order of its fields: names would be most of what is kept."""
    return [list(item.values()) for item in items]


def _spans(spans: Sequence[HeldTime | FaultSpan | ViewSpan]) -> list[list[Any]]:
    return _packed(adapter(type(span)).dump_python(span, mode="json") for span in spans)


def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _named(names: Sequence[str], values: Sequence[Any]) -> Columns:
    """What was packed; a row of an earlier version lacks the last ones."""
    return dict(zip(names, values, strict=False))
