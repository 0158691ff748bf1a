"""One recorded track of real people for each exercise, and what an eye saw in it.

They say that an exercise still counts what it counted when its limits were chosen, on this same
film; how well it counts others is `python -m coach evaluate`'s to say.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coach.motion.engine import Engine
from coach.motion.exercise import LEVELS
from coach.motion.snapshot import Snapshot
from coach.tracks.packed import unpack
from exercises import find, registry

DATA = Path(__file__).parent.parent / "data"
ROWS: list[dict[str, Any]] = json.loads((DATA / "exercises.json").read_text("utf-8"))["tracks"]
COUNTED = [row for row in ROWS if "far_s" in row]
HELD = [row for row in ROWS if "hold_s" in row]
IN_GOLDEN = {"squat", "push_up", "plank"}

FAR_S = 0.3
"""Seconds to which an eye knows the far point of a rep."""
HOLD_S = 0.5


def name(row: dict[str, Any]) -> str:
    return str(row["exercise"])


@cache
def run(exercise: str, level: str = LEVELS[0]) -> Snapshot:
    track = unpack((DATA / "exercises" / f"{exercise}.track").read_bytes())
    assert track is not None
    engine = Engine(find(exercise), level)
    for t, pose in track.poses():
        engine.see(t, pose)
    return engine.finish()


@pytest.mark.parametrize("row", COUNTED, ids=name)
def test_reps_are_counted_where_an_eye_sees_them(row: dict[str, Any]) -> None:
    found = run(row["exercise"])
    assert [rep.bottom_s for rep in found.reps] == pytest.approx(
        row["far_s"], abs=row.get("within_s", FAR_S)
    )
    assert sorted({key for rep in found.reps for key in rep.faults}) == row["faults"]
    if "sides" in row:
        assert [rep.side for rep in found.reps] == row["sides"]


@pytest.mark.parametrize("row", HELD, ids=name)
def test_a_hold_is_timed(row: dict[str, Any]) -> None:
    assert run(row["exercise"]).hold_s == pytest.approx(row["hold_s"], abs=HOLD_S)


@pytest.mark.parametrize("row", COUNTED, ids=name)
def test_the_strict_count_no_more(row: dict[str, Any]) -> None:
    strict, beginner = (run(row["exercise"], level).reps for level in reversed(LEVELS))
    assert len(strict) <= len(beginner)


def test_every_exercise_was_tried_on_a_real_person() -> None:
    assert {row["exercise"] for row in ROWS} | IN_GOLDEN == set(registry())
