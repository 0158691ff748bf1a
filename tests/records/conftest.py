"""Records in a database of either kind, and what is kept in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from coach.live.set_record import RunningSet
from coach.motion.engine import Engine
from coach.motion.poses.track import Track
from coach.records.records import Records
from coach.records.storage.address import address
from coach.records.values import Owner
from exercises import registry
from tests.records.server import PROGRAMS, empty_database, server

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
EXERCISES = registry()
ANNA, BEN = Owner("https://id.example anna"), Owner("https://id.example ben")

Open = Callable[[], Records]


@cache
def golden(name: str) -> Track:
    """A recorded track."""
    with np.load(GOLDEN / f"{name}.npz") as z:
        return Track.from_arrays(*(z[k] for k in ("t", "image", "world", "visibility", "size")))


def before_the_camera(records: Records, owner: Owner, exercise: str) -> RunningSet:
    """A set that somebody does now."""
    return RunningSet(
        exercise,
        "beginner",
        lambda key, level: Engine(EXERCISES[key], level),
        lambda _exercise, _level: records.keeper(owner, "Europe/Berlin"),
    )


def keep(records: Records, owner: Owner, exercise: str, name: str) -> str:
    """Do a recorded set before the camera; gives the id under which it was kept."""
    known = {each.id for each in records.sets(owner)}
    running = before_the_camera(records, owner, exercise)
    for t, pose in golden(name).poses():
        running.see(t, pose)
    running.finish()
    records.close()
    (new,) = {each.id for each in records.sets(owner)} - known
    return new


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    if PROGRAMS is None:
        pytest.skip("PostgreSQL's server is not here (apt-get install postgresql)")
    with server() as folder:
        yield folder


@pytest.fixture(params=["sqlite", "postgresql"])
def opening(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens one new database, as often as it is called: each time as a server that starts."""
    if request.param == "sqlite":
        environment = {"COACH_DATA": str(tmp_path / "new" / "folder")}
    else:
        folder = request.getfixturevalue("postgresql")
        environment = {"COACH_DATABASE_URL": empty_database(folder)}
    opened: list[Records] = []

    def start() -> Records:
        opened.append(Records(lambda: address(environment)))
        return opened[-1]

    yield start
    for records in opened:
        records.close()


@pytest.fixture
def records(opening: Open) -> Records:
    return opening()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "records"


@pytest.fixture
def in_file(folder: Path) -> Iterator[Records]:
    """Records in a SQLite file: folder / records.db."""
    records = Records(lambda: address({"COACH_DATA": str(folder)}))
    yield records
    records.close()
