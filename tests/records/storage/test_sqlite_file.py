"""A database in a file, as several programs open it at once."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from coach.records.storage import sqlite_file

TOGETHER, ROUNDS = 4, 150


def test_who_open_a_new_file_at_once_are_all_let_in(tmp_path):
    refused = []

    def start(file: Path, gate: threading.Barrier) -> None:
        with closing(sqlite3.connect(file)) as connection:
            gate.wait()
            try:
                sqlite_file.prepare(connection, None)
            except sqlite3.OperationalError as error:
                refused.append(error)

    for each in range(ROUNDS):
        gate = threading.Barrier(TOGETHER)
        file = tmp_path / f"{each}.db"
        threads = [threading.Thread(target=start, args=(file, gate)) for _ in range(TOGETHER)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not refused


def test_a_file_that_stays_locked_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite_file, "WAIT_MS", 50)
    file = tmp_path / "records.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with (
            closing(sqlite3.connect(file)) as connection,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            sqlite_file.prepare(connection, None)
