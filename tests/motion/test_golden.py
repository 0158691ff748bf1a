"""Real people: recorded landmark tracks, and what must come out of each.

A rule that is changed shows here which real reps it changes. Where the change is for the better,
tests/data/golden.json is changed with it, and the commit says why.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from coach.motion.engine import Engine
from coach.motion.poses.pose import Landmark
from coach.motion.poses.track import Track
from coach.motion.snapshot import Snapshot
from exercises import find
from tests.motion.figures import MIRROR

DATA = Path(__file__).parent.parent / "data"
GOLDEN: list[dict[str, Any]] = json.loads((DATA / "golden.json").read_text("utf-8"))["tracks"]
COUNTED = [row for row in GOLDEN if "reps" in row]
HELD = [row for row in GOLDEN if "holds" in row]

# Timed by eye on contact sheets: a bottom is known to 0.2 s, a hold's ends to half a second.
BOTTOM_S = 0.3
HOLD_S = 1.0


def name(row: dict[str, Any]) -> str:
    return str(row["track"]).removesuffix(".npz")


@cache
def track(file: str) -> Track:
    with np.load(DATA / "golden" / file) as z:
        return Track.from_arrays(*(z[k] for k in ("t", "image", "world", "visibility", "size")))


def run(track: Track, exercise: str) -> Snapshot:
    engine = Engine(find(exercise))
    for t, pose in track.poses():
        engine.see(t, pose)
    return engine.finish()


@cache
def usual(file: str, exercise: str) -> Snapshot:
    return run(track(file), exercise)


def mirrored(plain: Track) -> Track:
    image, world = plain.image[:, MIRROR].copy(), plain.world[:, MIRROR].copy()
    image[..., 0] = 1 - image[..., 0]
    world[..., 0] *= -1
    return Track.from_arrays(plain.t, image, world, plain.visibility[:, MIRROR], plain.size)


def shrunk(plain: Track) -> Track:
    """A quarter of the picture, an hour later."""
    image = plain.image * 0.5
    image[..., :2] += 0.25
    return Track.from_arrays(plain.t + 3600, image, plain.world, plain.visibility, plain.size)


@pytest.mark.parametrize("row", COUNTED, ids=name)
def test_every_real_rep_is_counted_with_its_faults(row: dict[str, Any]) -> None:
    found = usual(row["track"], row["exercise"])
    assert [list(rep.faults) for rep in found.reps] == [rep["faults"] for rep in row["reps"]]
    assert [attempt.reason for attempt in found.attempts] == row["attempts"]
    assert found.view.value == row["view"]
    for rep in found.reps:
        assert rep.score == 100 - sum(points for _, points in rep.deductions)
    assert [rep.bottom_s for rep in found.reps] == pytest.approx(
        [rep["bottom_s"] for rep in row["reps"]], abs=BOTTOM_S
    )


@pytest.mark.parametrize("row", HELD, ids=name)
def test_every_real_hold_is_timed(row: dict[str, Any]) -> None:
    found = usual(row["track"], row["exercise"])
    assert len(found.holds) == len(row["holds"])
    for hold, seen in zip(found.holds, row["holds"], strict=True):
        assert [hold.start_s, hold.end_s] == pytest.approx(seen, abs=HOLD_S)
    assert found.hold_s == pytest.approx(
        sum(end - start for start, end in row["holds"]), abs=HOLD_S
    )
    assert sorted({span.key for span in found.fault_spans}) == row["faults"]


@pytest.mark.parametrize(
    ("row", "exercise"),
    [(row, exercise) for row in GOLDEN for exercise in row["no_reps_of"]],
    ids=lambda value: name(value) if isinstance(value, dict) else value,
)
def test_nothing_else_is_a_rep(row: dict[str, Any], exercise: str) -> None:
    found = usual(row["track"], exercise)
    assert [(rep.number, rep.bottom_s) for rep in found.reps] == []


@pytest.mark.parametrize("row", COUNTED, ids=name)
@pytest.mark.parametrize("variant", [mirrored, shrunk])
def test_a_mirror_and_a_smaller_picture_change_nothing(row: dict[str, Any], variant: Any) -> None:
    found = run(variant(track(row["track"])), row["exercise"])
    assert [list(rep.faults) for rep in found.reps] == [rep["faults"] for rep in row["reps"]]


def test_every_track_has_its_line_and_every_line_its_track() -> None:
    files = sorted(path.name for path in (DATA / "golden").glob("*.npz"))
    assert files == sorted(row["track"] for row in GOLDEN)


def test_every_fault_by_name_is_a_rule() -> None:
    for row in COUNTED:
        keys = {rule.key for rule in find(row["exercise"]).rules}
        assert {key for rep in row["reps"] for key in rep["faults"]} <= keys


def test_the_mirror_pairs_left_and_right() -> None:
    assert MIRROR[Landmark.LEFT_KNEE] == Landmark.RIGHT_KNEE
    assert MIRROR[MIRROR].tolist() == list(range(33))
