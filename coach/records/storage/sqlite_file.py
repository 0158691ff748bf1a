"""What only a database in a file of our own needs."""

from __future__ import annotations

import os
import secrets
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from coach.records.storage.database_errors import trouble

WAIT_MS = 3000
"""Milliseconds for which a step waits for another program to be done with the database."""

_LOG, _INDEX = "-wal", "-shm"
"""What SQLite keeps beside the file, by what is added to its name."""

_AGAIN_S = 0.01
"""Seconds until a file that others are opening as well is asked again."""

# FULL: a committed rep outlives a power cut as well. secure_delete: what is deleted is overwritten.
_PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
)


Identity = tuple[int, int]
"""Device and number of a file on it: they stay when it is renamed, and are another one's else."""


@dataclass(frozen=True)
class Opened:
    """Which files are in use, each None where it was not there: the database, and the log and its
    index beside it."""

    file: Identity | None
    log: Identity | None = None
    index: Identity | None = None
    mark: int = 0
    """What `put_mark` wrote into the database."""


def look_at(file: Path) -> Opened:
    """What is at a database's path now. Raises OSError where that cannot be told."""
    return Opened(_identity(file), _identity(_beside(file, _LOG)), _identity(_beside(file, _INDEX)))


def is_elsewhere(file: Path, opened: Opened) -> bool:
    """Whether the database that is in use is no longer at its path, because it was moved, deleted
    or replaced. What is written then is gone with the process."""
    if os.name != "posix":
        return False  # nobody can move a file there that is in use
    try:
        return _identity(file) != opened.file
    except OSError:
        return False


def let_go(engine: Engine, file: Path, opened: Opened) -> None:
    """Close a database that is elsewhere now, with everything in it, and take away what lies beside
    its old path: another one there would take the log for its own, and be damaged by it."""
    # Only a connection that is there already leads to it: a new one would begin another file.
    if isinstance(engine.pool, QueuePool) and engine.pool.checkedin():
        with suppress(SQLAlchemyError, sqlite3.Error), engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    for end, known in ((_LOG, opened.log), (_INDEX, opened.index)):
        part = _beside(file, end)
        with suppress(OSError):
            if known is None or _identity(part) != known:
                continue
            if end == _LOG and part.stat().st_size:
                part.rename(part.with_name(f"{part.name}-left-{_stamp()}"))
            else:
                part.unlink()


def mark_of(engine: Engine) -> int:
    """What was last written into a database by `put_mark`; 0 into a new one."""
    with engine.connect() as connection:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def put_mark(engine: Engine) -> int:
    """Write a number into a database by which it is known again, and give it; 0 where nothing can
    be written. The number of a file on its disk goes to the next one as soon as it is deleted."""
    mark = secrets.randbelow(2**31 - 1) + 1
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA user_version = {mark}")
    except SQLAlchemyError:
        return 0
    return mark


def _identity(file: Path) -> Identity | None:
    try:
        found = file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_dev, found.st_ino


def _beside(file: Path, end: str) -> Path:
    return file.with_name(file.name + end)


def make_file(file: Path) -> None:
    """Make the file and its folder where they are missing, for this user's eyes alone. Raises
    OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.exists():
        file.touch(mode=0o600)


def prepare(connection: Any, _record: object) -> None:
    """Set up a new connection."""
    # The driver's own idea of when a transaction begins would begin none before a SELECT.
    connection.isolation_level = None
    cursor = connection.cursor()
    try:
        cursor.execute(f"PRAGMA busy_timeout={WAIT_MS}")
        _write_ahead(cursor)
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
    finally:
        cursor.close()


def _write_ahead(cursor: Any) -> None:
    """Keep a log beside the file. Of several who ask for it at once, SQLite refuses some without
    the wait of busy_timeout."""
    until = time.monotonic() + WAIT_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if trouble(error) != "locked" or time.monotonic() > until:
                raise
        time.sleep(_AGAIN_S)


def begin(connection: Connection) -> None:
    """Begin a transaction. Who is going to write says so at its start, by the execution option
    `begin`: of two who find out later, one must fail."""
    how = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {how}")


def empty_log(file: Path) -> None:
    """Empty the log beside the file. Where somebody is still reading in it, the next one does."""
    with closing(_open(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def shrink(file: Path) -> None:
    """Make the file as small as what is in it, and empty the log beside it."""
    with closing(_open(file)) as connection:
        connection.execute("VACUUM")
    empty_log(file)


def is_damaged(file: Path) -> bool:
    """Whether the file is no sound database."""
    try:
        with closing(_open(file)) as connection:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",))
    except sqlite3.DatabaseError as error:
        return trouble(error) == "damaged"


def set_aside(file: Path) -> Path:
    """Rename the file, and what SQLite keeps beside it, by the time of day; gives the new name.
    Raises OSError."""
    aside = file.with_name(f"{file.stem}-damaged-{_stamp()}{file.suffix}")
    for end in (_LOG, _INDEX, ""):
        part = _beside(file, end)
        if part.exists():
            part.rename(_beside(aside, end))
    return aside


def _stamp() -> str:
    return datetime.now(timezone.utc).strftime("%Y%m%d-%H%M%S-%f")


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=WAIT_MS / 1000, isolation_level=None)
