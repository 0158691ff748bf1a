"""Writing one set, step by step, in a transaction of the caller's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from coach.motion.report import Report
from coach.records.rows import attempt_columns, rep_columns, set_columns
from coach.records.tables import AttemptRow, MovementRow, PersonRow, RepRow, SetRow
from coach.records.values import VISITOR, Owner, Source


@dataclass(frozen=True)
class Beginning:
    """What is known of a set when it begins. started_at: aware; zone: as in SetSummary."""

    owner: Owner
    id: str
    source: Source
    started_at: datetime
    zone: str


@dataclass(frozen=True)
class Block:
    """A stretch of the landmark track: its number in the set, its frames, packed."""

    number: int
    frames: int
    data: bytes


def find_person(session: Session, owner: Owner) -> int | None:
    """The owner's key; None where they never kept anything."""
    where = (PersonRow.account == owner.account, PersonRow.profile == owner.profile)
    return session.scalar(select(PersonRow.key).where(*where))


def person(session: Session, owner: Owner) -> int:
    """The owner's key, made where there is none."""
    found = find_person(session, owner)
    if found is not None:
        return found
    # Two servers may meet the same person for the first time at once.
    kind = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    names = {"account": owner.account, "profile": owner.profile}
    session.execute(kind.insert(PersonRow).values(**names).on_conflict_do_nothing())
    return session.scalars(select(PersonRow.key).filter_by(**names)).one()


def find_set(session: Session, owner: Owner, set_id: str) -> int | None:
    """The key of one of the owner's sets; None where it is nobody's or somebody else's."""
    where = (PersonRow.account == owner.account, PersonRow.profile == owner.profile)
    query = select(SetRow.key).join(PersonRow, PersonRow.key == SetRow.person)
    return session.scalar(query.where(*where, SetRow.id == set_id))


def begin_set(
    session: Session, beginning: Beginning, report: Report, uneven_deg: Sequence[float]
) -> int:
    """Begin a set, or find it begun; gives its key. Its reps are yet to be written."""
    found = find_set(session, beginning.owner, beginning.id)
    if found is not None:
        return found
    row = SetRow(
        person=person(session, beginning.owner),
        id=beginning.id,
        source=beginning.source.value,
        started_at=beginning.started_at,
        zone=beginning.zone,
        ended=False,
        **set_columns(report, uneven_deg),
    )
    session.add(row)
    session.flush()
    return row.key


def write_set(
    session: Session, key: int, report: Report, uneven_deg: Sequence[float], *, ended: bool
) -> bool:
    """Bring a set's own row up to date; False where the set is gone, deleted meanwhile."""
    columns = set_columns(report, uneven_deg)
    done: Any = session.execute(
        update(SetRow).where(SetRow.key == key).values(**columns, ended=ended)
    )
    return bool(done.rowcount)


def write_reps(
    session: Session, key: int, report: Report, uneven_deg: Sequence[float], since: int = 0
) -> None:
    """Write the reps from index `since` on in place of those that are there."""
    session.execute(delete(RepRow).where(RepRow.set == key, RepRow.number > since))
    rows = [
        {"set": key, "number": i + 1, **rep_columns(report.reps[i], uneven_deg[i])}
        for i in range(since, len(report.reps))
    ]
    if rows:
        session.execute(insert(RepRow), rows)


def write_attempts(session: Session, key: int, report: Report, since: int = 0) -> None:
    """Write the attempts from index `since` on in place of those that are there."""
    session.execute(delete(AttemptRow).where(AttemptRow.set == key, AttemptRow.number > since))
    rows = [
        {"set": key, "number": i + 1, **attempt_columns(report.attempts[i])}
        for i in range(since, len(report.attempts))
    ]
    if rows:
        session.execute(insert(AttemptRow), rows)


def write_movement(session: Session, key: int, blocks: Sequence[Block]) -> None:
    """Add to the movement of a set; blocks that are there already are written anew."""
    for block in blocks:
        at = (MovementRow.set == key, MovementRow.number == block.number)
        session.execute(delete(MovementRow).where(*at))
        row = {"set": key, "number": block.number, "frames": block.frames, "data": block.data}
        session.execute(insert(MovementRow), row)


def join_movement(session: Session, key: int) -> None:
    """Put all blocks of a set in one row: a page for each would take half as much again."""
    rows = session.scalars(
        select(MovementRow).where(MovementRow.set == key).order_by(MovementRow.number)
    ).all()
    if len(rows) > 1:
        first = rows[0]
        first.data = b"".join(row.data for row in rows)
        first.frames = sum(row.frames for row in rows)
        for row in rows[1:]:
            session.delete(row)
        session.flush()


def write_whole(
    session: Session,
    beginning: Beginning,
    report: Report,
    uneven_deg: Sequence[float],
    blocks: Sequence[Block],
) -> None:
    """Write a set that is done, all at once."""
    key = begin_set(session, beginning, report, uneven_deg)
    write_set(session, key, report, uneven_deg, ended=True)
    write_reps(session, key, report, uneven_deg)
    write_attempts(session, key, report)
    write_movement(session, key, blocks)


def close_unfinished(session: Session) -> None:
    """End the sets that a server which was killed left unfinished.

    One that another server is just keeping is opened again by its next rep.
    """
    for key in session.scalars(select(SetRow.key).where(SetRow.ended.is_(False))).all():
        join_movement(session, key)
        session.execute(update(SetRow).where(SetRow.key == key).values(ended=True))


def forget_visitors(session: Session) -> None:
    """Delete what was kept for those who only passed by, a day ago and longer."""
    lately = datetime.now(timezone.utc) - timedelta(days=1)
    still_here = select(SetRow.person).where(SetRow.started_at > lately)
    session.execute(
        delete(PersonRow).where(
            PersonRow.account.startswith(VISITOR), PersonRow.key.not_in(still_here)
        )
    )
