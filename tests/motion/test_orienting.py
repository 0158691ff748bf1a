"""A picture on its side, or upside down: found out by what is done in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.motion.engine import Engine
from coach.motion.orienting import HELD_S, OrientedEngine
from coach.motion.poses.pose import Landmark, Pose
from coach.motion.poses.turning import turn_pose
from coach.motion.snapshot import Snapshot
from exercises import find
from tests.motion.figures import FRONT, OBLIQUE, SIDE, Camera, Skeleton, plank, push_up, squat
from tests.motion.figures import seen as pose_of

pytestmark = pytest.mark.slow

FPS = 20
Bend = Callable[[float], Skeleton]
SQUAT, PUSH_UP, PLANK = find("squat"), find("push_up"), find("plank")


def down_and_up(bend: Bend, high: float, low: float, reps: int = 2) -> Iterator[Skeleton]:
    """Two seconds each, after one at the top."""
    for i in range((1 + 2 * reps) * FPS):
        part = max(0.0, i / FPS - 1)
        yield bend(low + (high - low) * (1 + np.cos(np.pi * part)) / 2)


def watch(
    engine: Engine | OrientedEngine,
    skeletons: Iterator[Skeleton],
    quarters: int,
    camera: Camera = SIDE,
    start: float = 0.0,
) -> list[Snapshot]:
    """What the engine says after each picture, the camera having turned so that so many quarters
    clockwise put the picture right."""
    poses = (
        turn_pose(pose_of(start + i / FPS, skeleton, camera), -quarters)
        for i, skeleton in enumerate(skeletons)
    )
    return [engine.see(pose.t, pose) for pose in poses]


SETS = [
    pytest.param(SQUAT, lambda: down_and_up(squat, 172, 70), SIDE, id="squat from the side"),
    pytest.param(SQUAT, lambda: down_and_up(squat, 172, 70), FRONT, id="squat from the front"),
    pytest.param(SQUAT, lambda: down_and_up(squat, 172, 70), OBLIQUE, id="squat half turned"),
    pytest.param(PUSH_UP, lambda: down_and_up(push_up, 170, 75), SIDE, id="push-up"),
    pytest.param(PLANK, lambda: iter([plank()] * 8 * FPS), SIDE, id="plank"),
]


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize(("exercise", "skeletons", "camera"), SETS)
def test_a_set_is_the_same_however_the_picture_lies(exercise, skeletons, camera, quarters) -> None:
    upright = Engine(exercise)
    watch(upright, skeletons(), 0, camera)
    engine = OrientedEngine(exercise)
    watch(engine, skeletons(), quarters, camera)
    told, wanted = engine.finish(), upright.finish()
    assert wanted.reps or wanted.hold_s, "something is done"
    assert told.turned == quarters
    assert [rep.faults for rep in told.reps] == [rep.faults for rep in wanted.reps]
    assert [rep.score for rep in told.reps] == [rep.score for rep in wanted.reps]
    assert told.hold_s == pytest.approx(wanted.hold_s)
    starts, ends = zip(*((span.start_s, span.end_s) for span in told.views), strict=True)
    assert (starts, ends) == ((0.0, *ends[:-1]), (*starts[1:], told.t)), "one after the other"


@pytest.mark.parametrize(
    ("exercise", "skeletons", "what"),
    [
        (SQUAT, lambda: down_and_up(push_up, 170, 75, 4), "push-ups while a squat is chosen"),
        (PUSH_UP, lambda: down_and_up(squat, 172, 70, 4), "squats while a push-up is chosen"),
        (PUSH_UP, lambda: iter([squat(172)] * 20 * FPS), "standing while a push-up is chosen"),
        (PLANK, lambda: iter([squat(172)] * 20 * FPS), "standing while a plank is chosen"),
        (PLANK, lambda: down_and_up(squat, 172, 70, 4), "squats while a plank is chosen"),
        (SQUAT, lambda: iter([plank()] * 20 * FPS), "a plank while a squat is chosen"),
    ],
)
def test_another_movement_is_no_turned_picture(exercise, skeletons, what: str) -> None:
    engine = OrientedEngine(exercise)
    said = watch(engine, skeletons(), 0)
    assert {snapshot.turned for snapshot in said} == {0}, what
    assert engine.finish().reps == ()


def test_hands_that_hang_free_make_a_curl_no_push_up() -> None:
    """Arms that bend before a body that stands: in a picture on its side, a push-up's."""

    def curl(elbow: float) -> Skeleton:
        body = dict(squat(172))
        for name in ("LEFT", "RIGHT"):
            ahead, up, left = body[Landmark[f"{name}_SHOULDER"]]
            body[Landmark[f"{name}_ELBOW"]] = (ahead + 0.29, up, left)
            angle = np.radians(180 - elbow)
            hand = (ahead + 0.29 + 0.26 * np.cos(angle), up + 0.26 * np.sin(angle), left)
            for part in ("WRIST", "PINKY", "INDEX", "THUMB"):
                body[Landmark[f"{name}_{part}"]] = hand
        return body

    engine = OrientedEngine(PUSH_UP)
    watch(engine, down_and_up(curl, 165, 60, 4), 0)
    assert engine.finish().turned == 0


@pytest.mark.parametrize(
    ("exercise", "bend", "lost"),
    [
        pytest.param(SQUAT, lambda: down_and_up(squat, 172, 70, 3), 1, id="standing: soon"),
        pytest.param(
            PUSH_UP, lambda: down_and_up(push_up, 170, 75, 3), 1, id="lying: by the next rep"
        ),
    ],
)
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_camera_that_is_put_right_in_mid_set_is_found_out(
    exercise, bend, lost: int, quarters: int
) -> None:
    engine = OrientedEngine(exercise)
    watch(engine, bend(), quarters)
    told = watch(engine, bend(), 0, start=7.0)
    assert told[0].turned == quarters
    assert told[-1].turned == 0
    assert 6 - lost <= len(engine.finish().reps) <= 6


@pytest.mark.parametrize(
    ("quarters", "before", "after"),
    [
        (0, None, None),
        (1, "gate.stand_up_or_turn", "gate.on_its_side"),
        (2, "gate.stand_up_or_turn", "gate.upside_down"),
        (3, "gate.stand_up_or_turn", "gate.on_its_side"),
    ],
)
def test_what_is_said(quarters: int, before: str | None, after: str | None) -> None:
    engine = OrientedEngine(SQUAT)
    said = watch(engine, iter([squat(172)] * 2 * FPS), quarters)
    assert (said[-1].cue and said[-1].cue.key) == before
    watch(engine, down_and_up(squat, 172, 70), quarters, start=2.0)
    later = watch(engine, iter([squat(172)] * 8 * FPS), quarters, start=8.0)
    assert (later[-1].cue and later[-1].cue.key) == after


def test_a_rep_cut_off_by_the_end_tells_too() -> None:
    engine = OrientedEngine(SQUAT)
    skeletons = list(down_and_up(squat, 172, 70, 1))
    said = watch(engine, iter(skeletons[: -FPS // 4]), 1)
    assert said[-1].turned == 0, "not yet known"
    ended = engine.finish()
    assert (ended.turned, len(ended.reps)) == (1, 1)
    watch(engine, down_and_up(squat, 172, 70, 1), 1, start=3.0)
    assert len(engine.finish().reps) == 2, "a set that could have ended goes on"


def test_a_short_hold_is_no_proof() -> None:
    engine = OrientedEngine(PLANK)
    said = watch(engine, iter([plank()] * int((HELD_S - 1) * FPS)), 1)
    assert said[-1].turned == 0


@given(quarters=st.integers(-8, 8), more=st.integers(-8, 8))
def test_turns_add_up(quarters: int, more: int) -> None:
    pose = pose_of(0.0, squat(120), OBLIQUE)
    once, twice = turn_pose(pose, quarters + more), turn_pose(turn_pose(pose, quarters), more)
    for a, b in ((once.image, twice.image), (once.world, twice.world)):
        assert a == pytest.approx(b)
    assert once.size == twice.size


def test_a_quarter_turn_is_the_pictures() -> None:
    """The pixel that numpy turns clockwise is the landmark's."""
    pose = pose_of(0.0, squat(120), SIDE)
    picture = np.zeros((pose.size[1], pose.size[0]))
    nose = pose.pixels[Landmark.NOSE].astype(int)
    picture[nose[1], nose[0]] = 1
    row, column = np.argwhere(np.rot90(picture, -1))[0]
    there = turn_pose(pose, 1)
    assert there.pixels[Landmark.NOSE] == pytest.approx((column, row), abs=1.5)
    assert there.image[:, 2] * there.size[0] == pytest.approx(pose.image[:, 2] * pose.size[0])
    assert np.hypot(*there.world[0, :2]) == pytest.approx(np.hypot(*pose.world[0, :2]))
    assert isinstance(there, Pose)
    assert replace(there).size == pose.size[::-1]
