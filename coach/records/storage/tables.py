"""The tables, as SQLAlchemy knows them. coach/records/migrations makes them in a database."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# SQLite gives a row its number by itself only where the key's type is INTEGER.
_Key = BigInteger().with_variant(Integer(), "sqlite")


class Moment(TypeDecorator[datetime]):
    """A moment: aware in the program, UTC in the database, which may know no time zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """To UTC."""
        return None if value is None else value.astimezone(timezone.utc).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From UTC."""
        return None if value is None else value.replace(tzinfo=timezone.utc)


class Table(DeclarativeBase):
    """What all tables have in common."""

    type_annotation_map = {list[Any]: JSON, dict[str, Any]: JSON, datetime: Moment, float: Double}  # noqa: RUF012


class PersonRow(Table):
    """Who keeps sets: an account, or a local profile by name."""

    __tablename__ = "people"
    __table_args__ = (UniqueConstraint("account", "profile"),)

    key: Mapped[int] = mapped_column(_Key, primary_key=True)
    account: Mapped[str] = mapped_column(String(500))
    profile: Mapped[str] = mapped_column(String(80))


class SetRow(Table):
    """One set. What a list shows stands in columns; `rest` is what only the set itself shows."""

    __tablename__ = "sets"
    __table_args__ = (
        UniqueConstraint("person", "id"),
        Index("sets_of_a_person", "person", "started_at"),
        Index("sets_not_ended", "ended"),
    )

    key: Mapped[int] = mapped_column(_Key, primary_key=True)
    person: Mapped[int] = mapped_column(ForeignKey("people.key", ondelete="CASCADE"))
    id: Mapped[str] = mapped_column(String(32))
    exercise: Mapped[str] = mapped_column(String(64))
    level: Mapped[str] = mapped_column(String(32))
    source: Mapped[str] = mapped_column(String(16))
    started_at: Mapped[datetime]
    zone: Mapped[str] = mapped_column(String(64))
    duration_s: Mapped[float]
    reps: Mapped[int]
    attempts: Mapped[int]
    hold_s: Mapped[float]
    longest_hold_s: Mapped[float]
    score: Mapped[int | None]
    range_of_motion: Mapped[float | None]
    descent_s: Mapped[float | None]
    ascent_s: Mapped[float | None]
    uneven_deg: Mapped[float | None]
    faults: Mapped[dict[str, Any]]
    reasons: Mapped[dict[str, Any]]
    view: Mapped[str] = mapped_column(String(16))
    ended: Mapped[bool]
    rest: Mapped[dict[str, Any]]


class RepRow(Table):
    """One rep of a set, numbered from 1. evidence: as coach/records/storage/rows.py writes it."""

    __tablename__ = "reps"

    set: Mapped[int] = mapped_column(ForeignKey("sets.key", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    start_s: Mapped[float]
    bottom_s: Mapped[float]
    end_s: Mapped[float]
    range_of_motion: Mapped[float | None]
    score: Mapped[int]
    uneven_deg: Mapped[float | None]
    side: Mapped[str | None] = mapped_column(String(8))
    faults: Mapped[list[Any]]
    deductions: Mapped[list[Any]]
    evidence: Mapped[list[Any]]


class AttemptRow(Table):
    """One movement of a set that did not count, numbered from 1."""

    __tablename__ = "attempts"

    set: Mapped[int] = mapped_column(ForeignKey("sets.key", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    reason: Mapped[str] = mapped_column(String(64))
    start_s: Mapped[float]
    bottom_s: Mapped[float]
    end_s: Mapped[float]
    range_of_motion: Mapped[float | None]
    side: Mapped[str | None] = mapped_column(String(8))
    evidence: Mapped[list[Any]]


class MovementRow(Table):
    """A stretch of a set's landmark track, packed by coach/tracks/packed.py. A set that has ended
    has one of them. frames: rows of the track in it."""

    __tablename__ = "movement"

    set: Mapped[int] = mapped_column(ForeignKey("sets.key", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    frames: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary)
