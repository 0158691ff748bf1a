"""A database that cannot be used: one sentence says why, counting goes on, and nothing is lost."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timezone
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from coach.motion.report import Report
from coach.records.errors import RecordsError, UnavailableError
from coach.records.keeping import writer
from coach.records.records import Records
from coach.records.storage import sqlite_file
from coach.records.storage.address import address
from coach.records.storage.database_errors import trouble
from tests.records.conftest import ANNA, before_the_camera, golden

SQUATS = "squat_oblique_heels_lifted_4"
NOW = datetime(2026, 11, 21, tzinfo=timezone.utc)


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(sqlite_file, "WAIT_MS", 50)
    monkeypatch.setattr(writer, "RETRY_S", 0.05)
    monkeypatch.setattr(writer, "CLOSE_S", 1.0)


def wait_for(met: Callable[[], object]) -> None:
    until = time.monotonic() + 15
    while not met():
        assert time.monotonic() < until, "it never came about"
        time.sleep(0.02)


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program is writing, and does not come to an end."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def limited(pragma: str) -> Iterator[None]:
    """Every connection is limited as the disk or the file would limit it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite_file, "_PRAGMAS", (*sqlite_file._PRAGMAS, pragma))
        yield


@contextmanager
def full(file: Path) -> Iterator[None]:
    pages = file.stat().st_size // 4096
    with limited(f"max_page_count={pages}"):
        yield


@contextmanager
def read_only(file: Path) -> Iterator[None]:
    with limited("query_only=ON"):
        yield


@contextmanager
def newer(file: Path) -> Iterator[None]:
    with closing(sqlite3.connect(file)) as other:
        (was,) = other.execute("SELECT version_num FROM alembic_version").fetchone()
        other.execute("UPDATE alembic_version SET version_num = '9999'")
        other.commit()
        yield
        other.execute("UPDATE alembic_version SET version_num = ?", (was,))
        other.commit()


@contextmanager
def no_folder(file: Path) -> Iterator[None]:
    """The disk with the records is not there; something else is."""
    away = file.parent.with_name("away")
    file.parent.rename(away)
    file.parent.write_text("")
    yield
    file.parent.unlink()
    away.rename(file.parent)


TROUBLES = [
    pytest.param(locked, "Another program is using your records", id="locked"),
    pytest.param(full, "There is no room left for your records", id="full"),
    pytest.param(read_only, "Your records cannot be written", id="read-only"),
    pytest.param(newer, "newer version of the coach", id="newer"),
    pytest.param(no_folder, "Your records cannot be opened", id="no folder"),
]


@pytest.fixture
def file(folder: Path) -> Path:
    """A database in which something is kept already."""
    records = Records(lambda: address({"COACH_DATA": str(folder)}))
    records.add_from_report(ANNA, Report("squat", "beginner", 30.0), None, NOW)
    records.close()
    return folder / "records.db"


@pytest.mark.parametrize(("wrong", "sentence"), TROUBLES)
def test_a_set_waits_until_it_can_be_saved(in_file, file, wrong, sentence):
    running, counted = before_the_camera(in_file, ANNA, "squat"), []
    with wrong(file):
        for t, pose in golden(SQUATS).poses():
            counted.append(len(running.see(t, pose).reps))
        wait_for(lambda: running.unkept)
        assert sentence in running.unkept
        assert "not saved yet" in running.unkept
        running.finish()
        assert counted[-1] > 2
    wait_for(lambda: not in_file._writer._drafts)
    assert running.unkept == ""
    latest, first = in_file.sets(ANNA)
    assert first.started_at == NOW
    kept = in_file.one(ANNA, latest.id)
    assert len(kept.report.reps) == 4
    assert kept.summary.ended
    assert in_file.track(ANNA, latest.id).t[-1] == pytest.approx(kept.report.duration_s, abs=0.1)


@pytest.mark.parametrize(("wrong", "sentence"), TROUBLES)
def test_whoever_writes_is_told_and_nothing_is_changed(in_file, file, wrong, sentence):
    report = Report("squat", "strict", 30.0)
    with wrong(file), pytest.raises(UnavailableError, match=sentence) as told:
        in_file.add_from_report(ANNA, report, golden(SQUATS), NOW)
    assert str(told.value).count(".") <= 2, "one sentence; a file's name may have a point"
    in_file.close()
    assert [each.level for each in in_file.sets(ANNA)] == ["beginner"]


@pytest.mark.parametrize("wrong", [locked, full, read_only], ids=lambda wrong: wrong.__name__)
def test_what_is_there_can_still_be_read(in_file, file, wrong):
    with wrong(file):
        assert len(in_file.sets(ANNA)) == 1


def damage_head(data: bytearray) -> None:
    data[:100] = b"\0" * 100


def damage_pages(data: bytearray) -> None:
    data[4096:] = os.urandom(len(data) - 4096)


def cut_off(data: bytearray) -> None:
    del data[len(data) // 2 :]


def foreign(data: bytearray) -> None:
    data[:] = b"These are my notes.\n" * 500


@pytest.mark.parametrize("damage", [damage_head, damage_pages, cut_off, foreign])
def test_a_damaged_file_is_put_aside_and_a_new_one_begun(in_file, file, damage, caplog):
    data = bytearray(file.read_bytes())
    damage(data)
    file.write_bytes(data)
    running = before_the_camera(in_file, ANNA, "squat")
    for t, pose in golden(SQUATS).poses():
        running.see(t, pose)
    running.finish()
    wait_for(lambda: in_file._writer._drafts == {} and in_file.notice)
    assert [each.reps for each in in_file.sets(ANNA)] == [4]
    (aside,) = file.parent.glob("records-damaged-*.db")
    assert str(aside) in in_file.notice
    assert running.unkept == in_file.notice, "a person who trains is told as well"
    assert aside.read_bytes() == data, "nothing of it is deleted"


def test_a_file_that_breaks_while_it_is_used(in_file, file, caplog):
    running = before_the_camera(in_file, ANNA, "squat")
    poses = list(golden(SQUATS).poses())
    for t, pose in poses[: len(poses) // 2]:
        running.see(t, pose)
    wait_for(lambda: not in_file._writer._drafts)
    in_file._database.close()
    data = bytearray(file.read_bytes())
    damage_pages(data)
    file.write_bytes(data)
    for t, pose in poses[len(poses) // 2 :]:
        running.see(t, pose)
    running.finish()
    wait_for(lambda: in_file._writer._drafts == {} and in_file.notice)
    (summary,) = in_file.sets(ANNA)
    assert summary.reps == 4, "the whole set is written anew, what was in the old file too"


def test_the_file_is_for_its_owner_alone(file):
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


def test_what_was_deleted_leaves_no_trace(in_file, file):
    secret = "Q" * 30
    in_file.add_from_report(ANNA, Report(secret, "beginner", 30.0), None, NOW)
    on_disk = lambda: b"".join(p.read_bytes() for p in file.parent.iterdir())  # noqa: E731
    assert secret.encode() in on_disk()
    (theirs,) = in_file.sets(ANNA, exercise=secret)
    in_file.delete(ANNA, theirs.id)
    assert secret.encode() not in on_disk()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "full"),
        (PermissionError(errno.EACCES, "Permission denied"), "read_only"),
        (NotADirectoryError(errno.ENOTDIR, "Not a directory"), "closed"),
        (psycopg.errors.DiskFull("could not extend file"), "full"),
        (psycopg.errors.LockNotAvailable("canceling statement"), "locked"),
        (psycopg.errors.ReadOnlySqlTransaction("cannot execute INSERT"), "read_only"),
        (psycopg.errors.InvalidPassword("password authentication failed"), "unreachable"),
        (psycopg.errors.InvalidCatalogName("database does not exist"), "unreachable"),
        (psycopg.OperationalError("connection refused"), "unreachable"),
        (psycopg.errors.UndefinedTable("relation does not exist"), "failed"),
        (sqlite3.OperationalError("database is locked"), "locked"),
        (sqlite3.OperationalError("no such table: sets"), "failed"),
    ],
    ids=str,
)
def test_an_error_is_known_by_what_it_says(error, kind):
    assert trouble(error) == kind
    assert trouble(OperationalError("INSERT", {}, error)) == kind


@pytest.mark.parametrize(
    "named", ["mysql://host/base", "nonsense", "sqlite://", "postgresql", "sqlite:///:memory:"]
)
def test_an_address_that_is_none_is_told_and_the_coach_counts(named):
    records = Records(lambda: address({"COACH_DATABASE_URL": named}))
    with pytest.raises(RecordsError, match="COACH_DATABASE_URL"):
        records.sets(ANNA)
    running = before_the_camera(records, ANNA, "squat")
    for t, pose in golden(SQUATS).poses():
        running.see(t, pose)
    wait_for(lambda: "COACH_DATABASE_URL" in running.unkept)
    assert len(running.finish().snapshot.reps) == 4
    records.close()


def test_a_server_that_is_not_there_is_told(tmp_path):
    url = f"postgresql://somebody:secret@/records?host={tmp_path}"
    records = Records(lambda: address({"COACH_DATABASE_URL": url}))
    with pytest.raises(UnavailableError, match="does not answer") as told:
        records.sets(ANNA)
    assert "secret" not in str(told.value)
