"""What it costs to keep: bytes, milliseconds, and how soon five years of sets are listed."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, insert

from coach.records.storage.rows import set_columns
from coach.records.storage.store import person
from coach.records.storage.tables import SetRow
from tests.records.conftest import ANNA, BEN, before_the_camera, golden
from tests.records.test_records import MONDAY, SQUATS, analysed
from tests.tracks.test_packed import DONE

pytestmark = pytest.mark.alone

MOST_KB_A_MINUTE = 60
MOST_MS = 50
SETS = 10_000
MOST_LIST_S = 0.6


def size(file: Path) -> int:
    """Bytes in use, whatever room is still in the file."""
    with closing(sqlite3.connect(file)) as connection:
        (pages,), (free,) = (
            connection.execute(f"PRAGMA {name}").fetchone()
            for name in ("page_count", "freelist_count")
        )
    return (pages - free) * 4096


def test_a_minute_of_movement_is_small_all_told(in_file, folder):
    in_file.sets(ANNA)
    empty, seconds = size(folder / "records.db"), 0.0
    for row in DONE:
        track = golden(row["track"].removesuffix(".npz"))
        running = before_the_camera(in_file, ANNA, row["exercise"])
        for t, pose in track.poses():
            running.see(t, pose)
        seconds += running.finish().duration_s
    in_file.close()
    assert len(in_file.sets(ANNA)) == len(DONE)
    used = size(folder / "records.db") - empty
    assert used / seconds * 60 < MOST_KB_A_MINUTE * 1000


def test_a_set_is_saved_in_no_time(in_file):
    in_file.sets(ANNA)
    report, track = analysed(*SQUATS), golden(SQUATS[0])
    in_file.add_from_report(ANNA, report, track, MONDAY)
    spent = []
    for _ in range(5):
        begun = time.thread_time()
        in_file.add_from_report(ANNA, report, track, MONDAY)
        spent.append(time.thread_time() - begun)
    assert min(spent) * 1000 < MOST_MS / 2, "of one thread; the disk takes its own time"


def test_five_years_are_listed_at_once(records):
    columns = set_columns(analysed(*SQUATS))
    with records._database.writing() as session:
        for owner in (ANNA, BEN):
            common = columns | {
                "person": person(session, owner),
                "source": "camera",
                "zone": "Europe/Berlin",
                "ended": True,
            }
            rows = [
                common | {"id": f"{i:032x}", "started_at": MONDAY + timedelta(hours=4.4 * i)}
                for i in range(SETS)
            ]
            session.execute(insert(SetRow), rows)
    asked: list[str] = []
    event.listen(records._database._engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    spent = []
    for _ in range(3):
        begun = time.thread_time()
        assert len(records.sets(ANNA)) == SETS
        spent.append(time.thread_time() - begun)
    assert min(spent) < MOST_LIST_S
    assert len([query for query in asked if "sets" in query]) == 3, "one query a list"
    since = MONDAY + timedelta(days=1800)
    begun = time.thread_time()
    latest = records.sets(ANNA, since=since, exercise="squat")
    assert 0 < len(latest) < 300
    assert time.thread_time() - begun < MOST_LIST_S / 3
