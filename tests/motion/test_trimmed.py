"""Nothing is judged from what was not seen: a recording that is trimmed anywhere, a person who
leaves, joints that hide or a camera that moves add no fault and no lost point to a rep."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from coach.motion.engine import Engine
from coach.motion.exercise import LEVELS
from coach.motion.poses.pose import Pose
from coach.motion.poses.track import Track
from coach.motion.snapshot import Attempt, Rep, Snapshot
from exercises import find

pytestmark = pytest.mark.slow

DATA = Path(__file__).parent.parent / "data"
GOLDEN = json.loads((DATA / "golden.json").read_text("utf-8"))["tracks"]
COUNTED = [row for row in GOLDEN if "reps" in row]


def track(file: str) -> Track:
    with np.load(DATA / "golden" / file) as z:
        return Track.from_arrays(*(z[k] for k in ("t", "image", "world", "visibility", "size")))


def same(one: Rep | Attempt, others: tuple[Rep, ...] | tuple[Attempt, ...]) -> Any:
    """The one of others that is the same movement, or None."""
    near = [other for other in others if abs(other.bottom_s - one.bottom_s) < 0.35]
    return min(near, key=lambda other: abs(other.bottom_s - one.bottom_s), default=None)


def added(part: Snapshot, whole: Snapshot) -> list[str]:
    """What is said of a part of a recording that is not said of all of it."""
    found = [
        f"rep {rep.number}: {key}"
        for rep in part.reps
        if (known := same(rep, whole.reps)) is not None
        for key in {key for key, _ in rep.deductions} - {key for key, _ in known.deductions}
    ]
    return found + [a.reason for a in part.attempts if same(a, whole.attempts) is None]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("row", COUNTED, ids=lambda row: row["track"])
def test_a_recording_that_ends_anywhere(row: dict[str, Any], level: str) -> None:
    engine, ended = Engine(find(row["exercise"]), level), []
    for t, pose in track(row["track"]).poses():
        engine.see(t, pose)
        ended.append(engine.finish())
    whole = engine.finish()
    wrong = {part.t: added(part, whole) for part in ended}
    assert {t: keys for t, keys in wrong.items() if keys} == {}


def gone(pose: Pose) -> Pose | None:
    return None


def hidden(pose: Pose) -> Pose | None:
    """All joints are guesses."""
    return replace(pose, visibility=np.full(33, 0.1))


def from_the_front(pose: Pose) -> Pose | None:
    """The camera stands a quarter turn elsewhere."""
    turned = pose.world[:, [2, 1, 0]] * (-1.0, 1.0, 1.0)
    scale = np.ptp(pose.image[:, 1]) / max(float(np.ptp(pose.world[:, 1])), 1e-6)
    width, height = pose.size
    image = pose.image.copy()
    image[:, 0] = 0.5 + turned[:, 0] * scale * height / width
    return replace(pose, world=turned, image=image)


@pytest.mark.parametrize("happens", [gone, hidden, from_the_front])
@pytest.mark.parametrize("row", COUNTED, ids=lambda row: row["track"])
def test_whatever_happens_when_a_rep_ends(
    row: dict[str, Any], happens: Callable[[Pose], Pose | None]
) -> None:
    """For the rest of the recording; nothing is said of the rep that is not said anyhow."""
    poses = list(track(row["track"]).poses())
    engine = Engine(find(row["exercise"]))
    states = []
    for t, pose in poses:
        engine.see(t, pose)
        states.append(copy.copy(engine))
    whole = engine.finish()
    for rep in whole.reps:
        first = next(i for i, (t, _) in enumerate(poses) if t >= rep.end_s)
        for i in range(first - 6, min(first + 6, len(poses)), 3):
            other = copy.copy(states[i - 1])
            for t, pose in poses[i:]:
                if t > rep.end_s + 2.0:
                    break
                other.see(t, None if pose is None else happens(pose))
            seen = replace(other.finish(), attempts=())
            until = tuple(r for r in seen.reps if r.start_s < rep.end_s)
            assert added(replace(seen, reps=until), whole) == [], (rep.number, poses[i][0])


def test_somebody_who_walks_in_front_makes_no_rep_shallow() -> None:
    """At each moment of each rep, for as long as it takes to pass; or a hand on the lens."""
    passing = [pose for _, pose in track("walking_past.npz").poses() if pose is not None]
    for file in ("squat_oblique_soft_6.npz", "squat_side_2.npz", "push_up_side_leaves_4.npz"):
        row = next(row for row in COUNTED if row["track"] == file)
        poses = list(track(file).poses())
        whole = Engine(find(row["exercise"]))
        for t, pose in poses:
            whole.see(t, pose)
        for rep in whole.finish().reps[:2]:
            for middle in (rep.bottom_s - 0.3, rep.bottom_s, rep.bottom_s + 0.3):
                for walker in (None, *passing[20:40:10]):
                    engine = Engine(find(row["exercise"]))
                    for t, pose in poses:
                        if rep.start_s - 1.5 < t < rep.end_s + 1.5:
                            other = None if walker is None else replace(walker, t=t)
                            engine.see(t, other if abs(t - middle) < 0.4 else pose)
                    found = engine.finish()
                    assert [attempt.reason for attempt in found.attempts] == []
                    assert {key for r in found.reps for key in r.faults} <= set(rep.faults)
                    assert {span.key for span in found.fault_spans} <= set(rep.faults)
