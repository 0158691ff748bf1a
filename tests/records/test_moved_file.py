"""A database file that is moved, deleted or replaced while sets are kept in it: it is said, and
nothing that is done is lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest

from coach.motion.report import Report
from coach.records.keeping import draft, writer
from coach.records.records import Records
from coach.records.storage import sqlite_file
from coach.records.storage.address import address
from tests.records.conftest import ANNA, before_the_camera, golden
from tests.records.storage.test_database_errors import wait_for

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a file in use stays where it is")

SQUATS = "squat_oblique_heels_lifted_4"
NOW = datetime(2026, 11, 21, tzinfo=timezone.utc)


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(writer, "RETRY_S", 0.05)


OPENED: list[Records] = []


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    while OPENED:
        OPENED.pop().close()


def opened(folder: Path) -> Records:
    OPENED.append(Records(lambda: address({"COACH_DATA": str(folder)})))
    return OPENED[-1]


def moved(file: Path) -> None:
    file.rename(file.with_name("moved.db"))


def all_moved(file: Path) -> None:
    away = file.parent.with_name("away")
    away.mkdir()
    for part in file.parent.iterdir():
        part.rename(away / part.name)


def folder_moved(file: Path) -> None:
    file.parent.rename(file.parent.with_name("away"))


def deleted(file: Path) -> None:
    file.unlink()


def all_deleted(file: Path) -> None:
    shutil.rmtree(file.parent)


def replaced(file: Path) -> None:
    """By a sound database of another time."""
    other = file.parent.with_name("other")
    backup = opened(other)
    backup.add_from_report(ANNA, Report("plank", "strict", 7.0), None, NOW)
    backup.close()
    (other / "records.db").replace(file)


WAYS = [moved, all_moved, folder_moved, deleted, all_deleted, replaced]


def done(records: Records, in_mid_set: Callable[[], object]) -> None:
    """Four squats before the camera, and something that happens between the second and third."""
    running = before_the_camera(records, ANNA, "squat")
    waiting = True
    for t, pose in golden(SQUATS).poses():
        reps = running.see(t, pose).reps
        if waiting and len(reps) == 2:
            wait_for(lambda: not records._writer._drafts)
            in_mid_set()
            waiting = False
    assert not waiting
    running.finish()
    wait_for(lambda: not records._writer._drafts)


@pytest.mark.parametrize("way", WAYS)
def test_the_running_set_is_kept_whole_in_the_file_that_is_there_now(in_file, folder, way, caplog):
    file = folder / "records.db"
    in_file.add_from_report(ANNA, Report("squat", "strict", 9.0), None, NOW)
    done(in_file, lambda: way(file))
    latest = in_file.sets(ANNA)[0]
    kept = in_file.one(ANNA, latest.id)
    assert [rep.number for rep in kept.report.reps] == [1, 2, 3, 4]
    assert kept.summary.ended
    track = in_file.track(ANNA, latest.id)
    assert track.t[0] < 2.0, "its movement from the beginning on"
    assert track.t[-1] == pytest.approx(kept.report.duration_s, abs=0.1)
    assert "moved, deleted or replaced" in in_file.notice
    assert str(file) in in_file.notice
    assert len([each for each in caplog.messages if each == in_file.notice]) == 1
    in_file.close()
    exercises = [each.exercise for each in opened(folder).sets(ANNA)]
    assert exercises == (["squat", "plank"] if way is replaced else ["squat"])
    assert file.stat().st_mode & 0o077 == 0, "for nobody else's eyes"


def test_a_new_file_may_have_the_number_of_the_one_that_was_deleted(in_file, folder, monkeypatch):
    """As ext4 gives them: it is another file all the same."""
    monkeypatch.setattr(sqlite_file, "_identity", lambda file: (1, 1) if file.exists() else None)
    done(in_file, lambda: deleted(folder / "records.db"))
    assert [each.reps for each in in_file.sets(ANNA)] == [4]
    assert "moved, deleted or replaced" in in_file.notice


@pytest.mark.parametrize("way", [moved, all_moved, folder_moved])
def test_what_was_kept_before_is_in_the_one_that_was_moved(in_file, folder, way):
    in_file.add_from_report(ANNA, Report("plank", "strict", 9.0), None, NOW)
    done(in_file, lambda: way(folder / "records.db"))
    in_file.close()
    away = folder.with_name("away")
    if way is moved:
        away.mkdir()
        (folder / "moved.db").rename(away / "records.db")
    squats, plank = opened(away).sets(ANNA)
    assert (squats.exercise, plank.exercise) == ("squat", "plank")
    assert squats.reps == 2, "as far as it had come"


def test_the_set_after_it_is_kept_too(in_file, folder):
    done(in_file, lambda: moved(folder / "records.db"))
    done(in_file, lambda: None)
    assert [each.reps for each in in_file.sets(ANNA)] == [4, 4]


def test_a_page_that_only_reads_sees_the_file_that_is_there_now(in_file, folder):
    in_file.add_from_report(ANNA, Report("squat", "strict", 9.0), None, NOW)
    assert len(in_file.sets(ANNA)) == 1
    replaced(folder / "records.db")
    assert [each.exercise for each in in_file.sets(ANNA)] == ["plank"]
    assert in_file.notice


def test_a_file_that_comes_back_is_the_same_as_before(in_file, folder, caplog):
    in_file.add_from_report(ANNA, Report("plank", "strict", 9.0), None, NOW)
    away = folder.with_name("away")

    def away_for_a_while() -> None:
        folder.rename(away)
        folder.write_text("a disk that is not mounted")
        with pytest.raises(Exception, match="cannot be opened"):
            in_file.sets(ANNA)
        folder.unlink()
        away.rename(folder)

    done(in_file, away_for_a_while)
    assert [each.reps for each in in_file.sets(ANNA)] == [4, 0]
    assert in_file.notice == ""


def test_what_a_person_deletes_meanwhile_stays_deleted(in_file, folder):
    running = before_the_camera(in_file, ANNA, "squat")
    for t, pose in golden(SQUATS).poses():
        if len(running.see(t, pose).reps) == 2:
            break
    wait_for(lambda: not in_file._writer._drafts)
    in_file.delete(ANNA, in_file.sets(ANNA)[0].id)
    for t, pose in golden(SQUATS).poses():
        running.see(t + 20.0, pose)
    running.finish()
    wait_for(lambda: not in_file._writer._drafts)
    assert in_file.sets(ANNA) == ()


@pytest.mark.parametrize("most", [3_000, 8_000_000])
def test_a_very_long_sets_movement_is_remembered_within_bounds(in_file, folder, monkeypatch, most):
    sizes = []
    remember = draft.Draft._remember

    def watched(self):
        remember(self)
        sizes.append(sum(len(block.data) for block in self._written.values()))

    monkeypatch.setattr(draft, "MOST_REMEMBERED", most)
    monkeypatch.setattr(draft.Draft, "_remember", watched)
    done(in_file, lambda: moved(folder / "records.db"))
    assert in_file.sets(ANNA)[0].reps == 4, "the reps are all there"
    assert (max(sizes) <= 3_000) is (most == 3_000)
