"""Finding sets, and reading them whole."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import Text, cast, func, select
from sqlalchemy.orm import Session

from coach.motion.poses.track import Track
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, FaultSpan, HeldTime, Rep, View, ViewSpan
from coach.records.storage.rows import Columns, done_of, number, spans_of
from coach.records.storage.tables import AttemptRow, MovementRow, RepRow, SetRow
from coach.records.values import KeptSet, RecordedFrom, SetSummary
from coach.records.zones import moment_in
from coach.tracks.packed import unpack

TOGETHER = 500
"""Sets that are read at once: SQLite takes some thousands of values in a query."""

Row = TypeVar("Row")

_LISTED = (
    SetRow.id,
    SetRow.exercise,
    SetRow.level,
    SetRow.source,
    SetRow.started_at,
    SetRow.zone,
    SetRow.duration_s,
    SetRow.reps,
    SetRow.attempts,
    SetRow.hold_s,
    SetRow.longest_hold_s,
    SetRow.score,
    SetRow.range_of_motion,
    SetRow.descent_s,
    SetRow.ascent_s,
    SetRow.uneven_deg,
    cast(SetRow.faults, Text),
    cast(SetRow.reasons, Text),
    SetRow.view,
    SetRow.ended,
)
"""What a list shows, in the order of SetSummary's fields: rows of objects would take far longer."""


def summaries(
    session: Session,
    person: int,
    since: datetime | None,
    until: datetime | None,
    exercise: str | None,
) -> tuple[SetSummary, ...]:
    """The sets of a person, the newest first; as Records.sets."""
    query = select(*_LISTED).where(SetRow.person == person)
    if since is not None:
        query = query.where(SetRow.started_at >= since)
    if until is not None:
        query = query.where(SetRow.started_at < until)
    if exercise is not None:
        query = query.where(SetRow.exercise == exercise)
    rows = session.execute(query.order_by(SetRow.started_at.desc(), SetRow.key.desc()))
    return tuple(_summary(row) for row in rows)


def whole(session: Session, key: int) -> KeptSet:
    """A set by its key."""
    (found,) = wholes(session, [key])
    return found


def wholes(session: Session, keys: Sequence[int]) -> Iterator[KeptSet]:
    """Sets by their keys, in their order; a few hundred at a time are read together."""
    for first in range(0, len(keys), TOGETHER):
        part = keys[first : first + TOGETHER]
        query = select(SetRow.key, SetRow.rest, *_LISTED).where(SetRow.key.in_(part))
        sets = {row[0]: row[1:] for row in session.execute(query)}
        reps = _by_set(session, part, RepRow.set, RepRow, RepRow.number)
        attempts = _by_set(session, part, AttemptRow.set, AttemptRow, AttemptRow.number)
        counted = select(MovementRow.set, func.sum(MovementRow.frames)).group_by(MovementRow.set)
        rows = session.execute(counted.where(MovementRow.set.in_(part)))
        frames = {key: int(total) for key, total in rows}
        for key in part:
            rest, *listed = sets[key]
            yield _kept(_summary(listed), rest, reps[key], attempts[key], frames.get(key, 0))


def keys_of(session: Session, person: int | None) -> list[int]:
    """The keys of all sets of a person, the oldest first."""
    query = select(SetRow.key).where(SetRow.person == person)
    return list(session.scalars(query.order_by(SetRow.started_at, SetRow.key)))


def _by_set(
    session: Session, keys: Sequence[int], key: Any, row: type[Row], order: Any
) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for at, each in session.execute(select(key, row).where(key.in_(keys)).order_by(order)):
        found[at].append(each)
    return found


def _kept(
    summary: SetSummary,
    rest: Columns,
    reps: list[RepRow],
    attempts: list[AttemptRow],
    frames: int,
) -> KeptSet:
    report = Report(
        exercise=summary.exercise,
        level=summary.level,
        duration_s=summary.duration_s,
        reps=tuple(done_of(Rep, row) for row in reps),
        attempts=tuple(done_of(Attempt, row) for row in attempts),
        hold_s=summary.hold_s,
        holds=spans_of(HeldTime, rest["holds"]),
        faults=spans_of(FaultSpan, rest["faults"]),
        view=summary.view,
        views=spans_of(ViewSpan, rest["views"]),
        abstained=tuple(rest["abstained"]),
    )
    return KeptSet(summary, report, frames)


def packed(session: Session, key: int) -> bytes:
    """The movement of a set, packed; empty where none was kept."""
    query = select(MovementRow.data).where(MovementRow.set == key).order_by(MovementRow.number)
    return b"".join(session.scalars(query))


def movement(session: Session, key: int) -> Track | None:
    """The movement of a set; None where none was kept."""
    return unpack(packed(session, key))


def _summary(row: Any) -> SetSummary:
    (
        set_id, exercise, level, source, started_at, zone, duration_s, reps, attempts, hold_s,
        longest_hold_s, score, reach, descent_s, ascent_s, uneven_deg, faults, reasons, view, ended,
    ) = row  # fmt: skip
    return SetSummary(
        set_id,
        exercise,
        level,
        _SOURCES[source],
        moment_in(started_at, zone),
        zone,
        duration_s,
        reps,
        attempts,
        hold_s,
        longest_hold_s,
        score,
        number(reach),
        number(descent_s),
        number(ascent_s),
        number(uneven_deg),
        _counts(faults),
        _counts(reasons),
        _VIEWS[view],
        ended,
    )


_SOURCES: Mapping[str, RecordedFrom] = {source.value: source for source in RecordedFrom}
_VIEWS: Mapping[str, View] = {view.value: view for view in View}


@lru_cache(maxsize=1000)
def _counts(text: str) -> Mapping[str, int]:
    """Most sets have the same few faults; to read their JSON anew takes a third of the time."""
    return MappingProxyType(json.loads(text))
