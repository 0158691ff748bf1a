"""A session that ends gives everything back."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import weakref
from pathlib import Path

import numpy as np
import pytest

from benchmarks.process_memory import memory
from coach.live.load.fleet import Fleet
from coach.live.session import Session
from coach.live.settings import Settings
from coach.motion.engine import Engine
from coach.motion.look_schedule import Sighting
from coach.vision.models.model_store import stored
from exercises import registry

SIZE = (360, 640, 3)
BALLAST = 4_000_000
"""Bytes that each fake detector holds: forty that stay would be seen."""


class Heavy:
    def __init__(self, open_: set[int]) -> None:
        self._open = open_
        self._ballast = np.ones(BALLAST, np.uint8)
        open_.add(id(self))

    def look(self, rgb, t, gap_s) -> Sighting:
        return Sighting(None)

    def carried(self, t) -> None:
        return None

    def welcome(self) -> None:
        """Nobody is known."""

    def close(self) -> None:
        self._open.discard(id(self))


IMPORTS = """
import gc
import numpy as np
from benchmarks.process_memory import memory
SIZE = (360, 640, 3)
"""

ROOT = Path(__file__).parents[2]


def train(session, frames) -> None:
    rng = np.random.default_rng(1)
    for i in range(frames):
        session.frame(rng.integers(0, 255, SIZE, np.uint8), i / 30)


def resident() -> int:
    gc.collect()
    now = memory()
    if now is None:
        pytest.skip("this system does not tell how much memory is used")
    return now


def test_forty_sessions_one_after_the_other_leave_nothing():
    fleet, open_, gone = Fleet(cores=1e9), set(), []
    exercises = registry()

    def one() -> None:
        session = Session(
            detectors=lambda model: Heavy(open_),
            engines=lambda exercise, level: Engine(exercises[exercise], level),
            draw=lambda rgb, *_: rgb,
            settings=Settings("squat"),
            fleet=fleet,
        )
        train(session, 8)
        session.end()
        gone.append(weakref.ref(session))

    for _ in range(5):
        one()
    threads, before = threading.active_count(), resident()
    for _ in range(40):
        one()
    assert resident() - before < 5 * BALLAST
    assert not open_, "every detector was closed"
    assert threading.active_count() <= threads
    assert [session for session in gone if session() is not None] == []
    assert fleet.status(0.0).open == 0


PROGRAM = """
from coach.live.load.fleet import Fleet
from coach.live.settings import Settings
from coach.live.setup import make_session
from exercises import registry

fleet = Fleet()
for i in range(10):
    session = make_session(registry(), Settings("squat"), fleet)
    train(session, 5)
    assert session.snapshot().trouble is None
    session.end()
    if i == 4:
        before = resident()
print(resident() - before)
"""


def test_five_sessions_with_the_real_network_leave_nothing(tmp_path):
    """In a process of its own whose memory is one heap: with several, what is free in one of them
    looks used."""
    if not any(one.present for one in stored() if one.model.name == "full"):
        pytest.skip("the pose model is not here")
    resident()
    source = Path(__file__).read_text(encoding="utf-8")
    begin, end = source.index("def train"), source.index("def test_forty")
    program = tmp_path / "program.py"
    program.write_text(IMPORTS + source[begin:end] + PROGRAM, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, str(program)],
        env={**os.environ, "MALLOC_ARENA_MAX": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout) < 30e6, "five networks that stay take more than that"
