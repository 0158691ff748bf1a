"""Finding sets, and reading them whole."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coach.motion.report import Report
from coach.motion.snapshot import View
from coach.motion.track import Track
from coach.records.pack import unpack
from coach.records.rows import attempt_of, faults_of, holds_of, number, rep_of, views_of
from coach.records.tables import AttemptRow, MovementRow, RepRow, SetRow
from coach.records.values import KeptSet, SetSummary, Source
from coach.records.zones import moment_in

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
    SetRow.faults,
    SetRow.reasons,
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
    summary = _summary(session.execute(select(*_LISTED).where(SetRow.key == key)).one())
    rest = session.scalars(select(SetRow.rest).where(SetRow.key == key)).one()
    reps = session.scalars(select(RepRow).where(RepRow.set == key).order_by(RepRow.number)).all()
    attempts = session.scalars(
        select(AttemptRow).where(AttemptRow.set == key).order_by(AttemptRow.number)
    )
    frames = session.scalars(select(MovementRow.frames).where(MovementRow.set == key))
    report = Report(
        exercise=summary.exercise,
        level=summary.level,
        duration_s=summary.duration_s,
        reps=tuple(rep_of(row) for row in reps),
        attempts=tuple(attempt_of(row) for row in attempts),
        hold_s=summary.hold_s,
        holds=holds_of(rest),
        faults=faults_of(rest),
        view=summary.view,
        views=views_of(rest),
        abstained=tuple(rest["abstained"]),
    )
    uneven = tuple(number(row.uneven_deg) for row in reps)
    return KeptSet(summary, report, uneven, sum(frames))


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
        MappingProxyType(faults),
        MappingProxyType(reasons),
        _VIEWS[view],
        ended,
    )


_SOURCES: Mapping[str, Source] = {source.value: source for source in Source}
_VIEWS: Mapping[str, View] = {view.value: view for view in View}
