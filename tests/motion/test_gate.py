"""How to stand: what is asked first, when it is good enough, and that it starts by itself."""

from __future__ import annotations

import pytest

from coach.motion.counting.position import PositionState, advance_positions
from coach.motion.exercise import Exercise
from coach.motion.gate import FORGET_S, READY_S, GateState, advance_gate
from coach.motion.poses.body import Body
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import Landmark
from coach.motion.poses.view import classify, turned
from coach.motion.readings import Readings
from exercises import find
from tests.motion.figures import (
    FRONT,
    OBLIQUE,
    SIDE,
    Camera,
    Skeleton,
    plank,
    push_up,
    seen,
    squat,
)

SQUAT, PUSH_UP, PLANK = find("squat"), find("push_up"), find("plank")


def joints(*names: Joint) -> frozenset[Landmark]:
    return frozenset(landmark for joint in names for landmark in joint.value)


def wait(
    exercise: Exercise,
    skeleton: Skeleton | None,
    seconds: float = 1.0,
    *,
    camera: Camera = SIDE,
    hidden: frozenset[Landmark] = frozenset(),
    state: GateState | None = None,
    start: float = 0.0,
) -> GateState:
    state, position = state or GateState(), PositionState()
    for i in range(round(seconds * 30) + 1):
        t, body = start + i / 30, None
        if skeleton is not None:
            pose = seen(t, skeleton, camera, hidden)
            body = Body.of(pose, classify(turned(pose)), turned(pose))
            position = advance_positions(exercise.positions, position, Readings(body))
        state = advance_gate(exercise, state, t, body, position, camera.size)
    return state


STANDING, UP = squat(172), push_up(170)
FEET, KNEES = joints(Joint.ANKLE), joints(Joint.KNEE)


@pytest.mark.parametrize(
    ("exercise", "skeleton", "camera", "hidden", "ask", "what"),
    [
        (SQUAT, None, SIDE, frozenset(), "no_person", "nobody"),
        (SQUAT, STANDING, SIDE, FEET | KNEES, "step_back", "half a person"),
        (SQUAT, STANDING, SIDE, FEET, "show_feet", "all but the feet"),
        (SQUAT, STANDING, SIDE, KNEES, "show_knees", "knees behind a chair"),
        (SQUAT, STANDING, SIDE, joints(Joint.HIP), "show_hips", "hips behind a table"),
        (SQUAT, STANDING, SIDE, joints(Joint.SHOULDER), "show_shoulders", "no shoulders"),
        (PUSH_UP, UP, SIDE, joints(Joint.WRIST), "show_hands", "hands under the picture"),
        (PUSH_UP, UP, SIDE, joints(Joint.ELBOW), "show_arms", "no elbows"),
        (SQUAT, STANDING, Camera(scale=40), frozenset(), "come_closer", "too far away"),
        (SQUAT, STANDING, Camera(scale=40), FEET, "show_feet", "feet before distance"),
        (SQUAT, UP, SIDE, frozenset(), "stand_up", "on the floor"),
        (PUSH_UP, STANDING, SIDE, frozenset(), "get_down", "standing"),
        (PLANK, STANDING, SIDE, frozenset(), "get_down", "standing"),
        (PUSH_UP, plank(), SIDE, frozenset(), "on_your_hands", "on the forearms"),
        (SQUAT, STANDING, FRONT, frozenset(), "turn_sideways", "whole, but from the front"),
        (PUSH_UP, UP, FRONT, frozenset(), "turn_sideways", "foreshortened is not far away"),
        (SQUAT, STANDING, SIDE, frozenset(), "", "nothing to ask"),
        (SQUAT, STANDING, OBLIQUE, frozenset(), "", "half turned is good"),
        (PUSH_UP, UP, SIDE, frozenset(), "", "nothing to ask"),
        (PLANK, plank(), SIDE, frozenset(), "", "nothing to ask"),
        (PLANK, UP, SIDE, frozenset(), "", "a plank on the hands"),
        (PUSH_UP, UP, SIDE, FEET, "", "feet are not needed"),
    ],
)
def test_what_is_asked(
    exercise: Exercise,
    skeleton: Skeleton | None,
    camera: Camera,
    hidden: frozenset[Landmark],
    ask: str,
    what: str,
) -> None:
    state = wait(exercise, skeleton, camera=camera, hidden=hidden)
    assert state.ask == ask, what
    assert state.ready is (ask in ("", "turn_sideways")), "the best view is advice"


def test_it_starts_by_itself_once_all_is_seen_for_a_moment() -> None:
    assert not wait(SQUAT, STANDING, READY_S - 0.1).ready
    assert wait(SQUAT, STANDING, READY_S + 0.1).ready


def test_whoever_is_ready_stays_ready_while_a_foot_is_hidden() -> None:
    ready = wait(SQUAT, STANDING)
    later = wait(SQUAT, STANDING, hidden=FEET, state=ready, start=2.0)
    assert later.ready
    assert later.ask == "show_feet"
    half = wait(SQUAT, STANDING, hidden=FEET | KNEES, state=ready, start=2.0)
    assert not half.ready, "half a person is not"


def test_who_leaves_for_a_moment_is_not_forgotten_at_once() -> None:
    ready = wait(SQUAT, STANDING)
    assert wait(SQUAT, None, 1.0, state=ready, start=1.1).ready
    gone = wait(SQUAT, None, FORGET_S + 0.5, state=ready, start=1.1)
    assert (gone.ready, gone.ask) == (False, "no_person")


def test_a_lost_picture_now_and_then_does_not_keep_anybody_waiting() -> None:
    state, position = GateState(), PositionState()
    for i in range(30):
        pose = seen(i / 30, STANDING)
        body = None if i % 5 == 0 else Body.of(pose, classify(turned(pose)), turned(pose))
        if body is not None:
            position = advance_positions(SQUAT.positions, position, Readings(body))
        state = advance_gate(SQUAT, state, i / 30, body, position, (640, 360))
    assert state.ready


@pytest.mark.parametrize(
    ("camera", "ask", "why"),
    [
        (Camera(scale=65.0, place=(0.5, 0.7)), "too_far", "small and in the midst: too far away"),
        (Camera(scale=150.0), "no_person", "large: not for that"),
        (Camera(scale=65.0, place=(0.02, 0.7)), "no_person", "small, but gone over the edge"),
    ],
)
def test_who_was_small_when_last_seen_is_asked_closer(camera: Camera, ask: str, why: str) -> None:
    state = wait(SQUAT, STANDING, camera=camera)
    gone = wait(SQUAT, None, FORGET_S + 1, start=2.0, state=state)
    assert gone.ask == ask, why
    assert wait(SQUAT, None, 60.0, start=20.0, state=gone).ask == ask, "it stays"
    back = wait(SQUAT, STANDING, start=90.0, state=gone)
    assert wait(SQUAT, None, FORGET_S + 1, start=92.0, state=back).ask == "no_person", "anew"
