"""The database: opened when it is first needed, brought up to date, asked one step at a time."""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session

from coach.records.errors import UnavailableError
from coach.records.storage.database_errors import trouble
from coach.records.storage.schema import upgrade
from coach.records.storage.sqlite_file import (
    WAIT_MS,
    Opened,
    begin,
    empty_log,
    is_damaged,
    is_elsewhere,
    let_go,
    look_at,
    make_file,
    mark_of,
    prepare,
    put_mark,
    set_aside,
    shrink,
)
from coach.texts import say

LOGGER = logging.getLogger(__name__)


AWAY_S = 5.0
"""Seconds for which a server that did not answer is not asked again: to wait for it takes seconds,
and a page asks at every click."""


class Database:
    """One database for the whole process; for use from any thread.

    address: tells where it is (coach.records.storage.address). opened: what is done once after each
    opening, in a transaction of its own; where that cannot be, the database is used all the same.
    """

    def __init__(
        self, address: Callable[[], URL], opened: Callable[[Session], None] | None = None
    ) -> None:
        self._address = address
        self._after = opened
        self._lock = threading.Lock()
        self._engine: Engine | None = None
        self._in_use: Opened | None = None
        self._missed: Opened | None = None
        self._notice = ""
        self._generation = 0
        self._away_until = float("-inf")

    @property
    def notice(self) -> str:
        """What happened to the database that people should know of, as a sentence, or nothing."""
        return self._notice

    @property
    def generation(self) -> int:
        """How often another file was begun in place of one that was damaged, moved, deleted or
        replaced."""
        return self._generation

    @property
    def file(self) -> Path | None:
        """The file that holds it; None where a server does. Raises UnavailableError."""
        url = self._address()
        return Path(str(url.database)) if url.drivername == "sqlite" else None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees the database as of now. Raises UnavailableError."""
        with self._step("DEFERRED") as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are kept when the block ends well, and none of them else. Raises
        UnavailableError."""
        with self._step("IMMEDIATE") as session:
            yield session

    def empty_log(self) -> None:
        """Leave no trace of what was deleted in the log beside the file, where that can be now."""
        self._tidy(empty_log)

    def shrink(self) -> None:
        """Give back the room of what was deleted as well, where that can be now."""
        self._tidy(shrink)

    def close(self) -> None:
        """Let go of it; the next use opens it again."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    def _tidy(self, work: Callable[[Path], None]) -> None:
        """What was deleted is deleted and overwritten: nobody is told if this has to wait."""
        file = self.file
        if file is not None:
            self._miss_what_is_gone()
            try:
                work(file)
            except (sqlite3.Error, OSError) as error:
                LOGGER.warning("The records' file could not be tidied: %s", error)

    @contextmanager
    def _step(self, begin: str) -> Iterator[Session]:
        if time.monotonic() < self._away_until:
            raise UnavailableError(say("records.unreachable", place=self._place()))
        with self._explained():
            self._miss_what_is_gone()
            with _session(self._opened(), begin) as session:
                yield session
            if begin == "IMMEDIATE":
                self._note_in_use()

    def _miss_what_is_gone(self) -> None:
        """Let go of a file that is no longer at its path: what is written to it would be lost."""
        file = self.file
        with self._lock:
            engine, opened = self._engine, self._in_use
            if file is None or engine is None or opened is None or not is_elsewhere(file, opened):
                return
            let_go(engine, file, opened)
            self._engine, self._missed = None, opened

    def _note_in_use(self) -> None:
        """Its log is there once something was written."""
        file, opened = self.file, self._in_use
        if file is not None and opened is not None and opened.log is None:
            with suppress(OSError):
                now = look_at(file)
                same = now.file == opened.file
                self._in_use = replace(now, mark=opened.mark) if same else opened

    def _note_opened(self, engine: Engine) -> None:
        file = self.file
        if file is None:
            return
        # A disk that was away for a while brings the same file back.
        missed, self._missed = self._missed, None
        is_another = missed is not None and (not missed.mark or missed.mark != mark_of(engine))
        mark = put_mark(engine)
        self._in_use = replace(look_at(file), mark=mark)
        if is_another:
            self._notice = say("records.moved", file=file)
            self._generation += 1
            LOGGER.error("%s", self._notice)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error, OSError) as error:
            # A file that was opened while it could only be read stays so for its connection.
            if self._engine is not None:
                self._engine.dispose()
            kind = trouble(error)
            # A connection that was dropped says nothing of the next one.
            dropped = isinstance(error, DBAPIError) and error.connection_invalidated
            if kind == "unreachable" and not dropped:
                self._away_until = time.monotonic() + AWAY_S
            if kind == "damaged" and self._set_aside():
                raise UnavailableError(self._notice) from error
            if kind == "failed":
                LOGGER.error("The database gave an error", exc_info=error)
            raise UnavailableError(say(f"records.{kind}", place=self._place())) from error

    def _opened(self) -> Engine:
        with self._lock:
            if self._engine is not None:
                return self._engine
            engine = self._make()
            try:
                upgrade(engine)
                self._prepare(engine)
                self._note_opened(engine)
            except BaseException:
                engine.dispose()
                raise
            self._engine = engine
            return engine

    def _prepare(self, engine: Engine) -> None:
        """Before anybody else uses it: who writes at once must not be taken for who was cut off."""
        if self._after is None:
            return
        try:
            with _session(engine, "IMMEDIATE") as session:
                self._after(session)
        except (SQLAlchemyError, sqlite3.Error, OSError) as error:
            LOGGER.warning("Sets that were cut off stay as they are: %s", error)

    def _make(self) -> Engine:
        url, file = self._address(), self.file
        if file is None:
            engine = create_engine(
                url,
                json_serializer=_as_json,
                pool_pre_ping=True,
                # Poolers in front of a server give each step another connection, in which what was
                # prepared is not there.
                connect_args={"connect_timeout": 3, "prepare_threshold": None},
            )
            event.listen(engine, "connect", _patient)
            return engine
        make_file(file)
        engine = create_engine(url, json_serializer=_as_json)
        event.listen(engine, "connect", prepare)
        event.listen(engine, "begin", begin)
        return engine

    def _set_aside(self) -> bool:
        """Rename a damaged file, so that a new one is begun; False where it is sound after all."""
        file = self.file
        if file is None or not is_damaged(file):
            return False
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None
            try:
                self._notice = say("records.set_aside", file=set_aside(file))
            except OSError:
                return False
            self._generation += 1
        LOGGER.error("%s", self._notice)
        return True

    def _place(self) -> str:
        url = self._address()
        return str(self.file or url.host or url.database)


@contextmanager
def _session(engine: Engine, begin: str) -> Iterator[Session]:
    bound = engine.execution_options(begin=begin)
    with Session(bound, expire_on_commit=False) as session, session.begin():
        yield session


def _patient(connection: Any, _record: object) -> None:
    # Inside a transaction it would be undone with it.
    connection.autocommit = True
    connection.execute(f"SET lock_timeout = {WAIT_MS}")
    connection.autocommit = False


def _as_json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), allow_nan=False)
