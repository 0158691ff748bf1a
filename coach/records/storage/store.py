"""Writing one set, step by step, in a transaction of the caller's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from sqlalchemy import Insert, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Rep
from coach.records.storage.rows import columns_of, set_columns
from coach.records.storage.tables import MovementRow, PersonRow, SetRow, Table
from coach.records.values import VISITOR, Owner, RecordedFrom

# Statements that run with every rep, made once: to make one takes longer than to run it.
_PEOPLE, _SETS, _REPS, _ATTEMPTS, _MOVEMENT = (
    Table.metadata.tables[name] for name in ("people", "sets", "reps", "attempts", "movement")
)
_THEIRS = (_PEOPLE.c.account == bindparam("account_"), _PEOPLE.c.profile == bindparam("profile_"))
_FIND_PERSON = select(_PEOPLE.c.key).where(*_THEIRS)
_FIND_SET = (
    select(_SETS.c.key)
    .join(_PEOPLE, _PEOPLE.c.key == _SETS.c.person)
    .where(*_THEIRS, _SETS.c.id == bindparam("id_"))
)
_UPDATE_SET = update(_SETS).where(_SETS.c.key == bindparam("key_"))
_INSERT_REPS, _INSERT_ATTEMPTS, _INSERT_BLOCK = map(insert, (_REPS, _ATTEMPTS, _MOVEMENT))
_DELETE_REPS, _DELETE_ATTEMPTS = (
    delete(table).where(table.c.set == bindparam("set_"), table.c.number > bindparam("since_"))
    for table in (_REPS, _ATTEMPTS)
)
_DELETE_BLOCK = delete(_MOVEMENT).where(
    _MOVEMENT.c.set == bindparam("set_"), _MOVEMENT.c.number == bindparam("number_")
)


@dataclass(frozen=True)
class Beginning:
    """What is known of a set when it begins."""

    owner: Owner
    id: str
    source: RecordedFrom
    started_at: datetime
    """Aware."""
    zone: str
    """As in SetSummary."""


@dataclass(frozen=True)
class Block:
    """A stretch of the landmark track: its number in the set, its frames, packed."""

    number: int
    frames: int
    data: bytes


def find_person(session: Session, owner: Owner) -> int | None:
    """The owner's key; None where they never kept anything."""
    names = {"account_": owner.account, "profile_": owner.profile}
    key: int | None = session.execute(_FIND_PERSON, names).scalar()
    return key


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
    names = {"account_": owner.account, "profile_": owner.profile, "id_": set_id}
    key: int | None = session.execute(_FIND_SET, names).scalar()
    return key


def begin_set(session: Session, beginning: Beginning, report: Report) -> int:
    """Begin a set that is not there yet; gives its key. Its reps are yet to be written."""
    row = SetRow(
        person=person(session, beginning.owner),
        id=beginning.id,
        source=beginning.source.value,
        started_at=beginning.started_at,
        zone=beginning.zone,
        ended=False,
        **set_columns(report),
    )
    session.add(row)
    session.flush()
    return row.key


def write_set(session: Session, key: int, report: Report, *, ended: bool) -> None:
    """Bring a set's own row up to date."""
    columns = set_columns(report)
    session.execute(_UPDATE_SET, {"key_": key, **columns, "ended": ended})


def write_reps(session: Session, key: int, report: Report, since: int = 0) -> None:
    """Write the reps from index `since` on in place of those that are there."""
    session.execute(_DELETE_REPS, {"set_": key, "since_": since})
    _insert(session, _INSERT_REPS, key, report.reps, since)


def write_attempts(session: Session, key: int, report: Report, since: int = 0) -> None:
    """Write the attempts from index `since` on in place of those that are there."""
    session.execute(_DELETE_ATTEMPTS, {"set_": key, "since_": since})
    _insert(session, _INSERT_ATTEMPTS, key, report.attempts, since)


def _insert(
    session: Session, statement: Insert, key: int, done: Sequence[Rep | Attempt], since: int
) -> None:
    rows = [
        {"set": key, "number": number, **columns_of(each)}
        for number, each in enumerate(done[since:], since + 1)
    ]
    if rows:
        session.execute(statement, rows)


def write_movement(session: Session, key: int, blocks: Sequence[Block]) -> None:
    """Add to the movement of a set; blocks that are there already are written anew."""
    for block in blocks:
        session.execute(_DELETE_BLOCK, {"set_": key, "number_": block.number})
        row = {"set": key, "number": block.number, "frames": block.frames, "data": block.data}
        session.execute(_INSERT_BLOCK, row)


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
    blocks: Sequence[Block],
) -> None:
    """Write a set that is done, all at once."""
    key = begin_set(session, beginning, report)
    write_set(session, key, report, ended=True)
    write_reps(session, key, report)
    write_attempts(session, key, report)
    write_movement(session, key, blocks)


def close_unfinished(session: Session) -> None:
    """End the sets that a server which was killed left unfinished.

    One that another server is just keeping is opened again by its next rep; so that this one does
    no harm, their movement stays in the blocks that it came in.
    """
    session.execute(update(_SETS).where(_SETS.c.ended.is_(False)).values(ended=True))


def forget_visitors(session: Session) -> None:
    """Delete what was kept for those who only passed by, a day ago and longer."""
    lately = datetime.now(timezone.utc) - timedelta(days=1)
    still_here = select(SetRow.person).where(SetRow.started_at > lately)
    session.execute(
        delete(PersonRow).where(
            PersonRow.account.startswith(VISITOR), PersonRow.key.not_in(still_here)
        )
    )
