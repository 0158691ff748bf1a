"""The posture in which an exercise happens: held, left for a moment, lost."""

from __future__ import annotations

import pytest

from coach.motion.counting.position import PositionState, advance_positions
from coach.motion.exercise import Position
from coach.motion.measure import Side, Tilt
from coach.motion.poses.body import Body
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import Landmark
from coach.motion.poses.view import classify, turned
from coach.motion.readings import Readings
from tests.motion.figures import SIDE, seen, squat

LEAVE_S = 0.5
UPRIGHT = Position(
    Tilt(Joint.HIP, Joint.SHOULDER, side=Side.MIDDLE),
    ask="stand_up",
    low=5.0,
    high=45.0,
    leave_s=LEAVE_S,
)
STRAIGHT = Position(
    Tilt(Joint.KNEE, Joint.HIP, side=Side.MIDDLE), ask="straighten_up", high=80.0, visible=0.0
)


def stand(
    leans: list[tuple[float, float]], *, hidden: frozenset[Landmark] = frozenset()
) -> PositionState:
    state, i = PositionState(), 0
    for seconds, lean in leans:
        for _ in range(round(seconds * 30)):
            pose = seen(i / 30, squat(120, lean=lean), SIDE, hidden)
            body = Body.of(pose, classify(turned(pose)), turned(pose))
            state = advance_positions((UPRIGHT, STRAIGHT), state, Readings(body))
            i += 1
    return state


@pytest.mark.parametrize(
    ("leans", "held", "lost", "what"),
    [
        ([], False, True, "nobody was there yet"),
        ([(1, 60)], False, True, "never in it"),
        ([(1, 20)], True, False, "in it"),
        ([(1, 20), (LEAVE_S - 0.1, 60)], False, False, "left for a moment"),
        ([(1, 20), (LEAVE_S + 0.1, 60)], False, True, "left"),
        ([(1, 20), (1, 60), (0.1, 20)], True, False, "back"),
        ([(1, 20), (0.4, 60), (0.1, 20), (0.4, 60)], False, False, "two moments are not one"),
        ([(1, 2)], False, True, "under the lower end"),
    ],
)
def test_a_posture(leans: list[tuple[float, float]], held: bool, lost: bool, what: str) -> None:
    state = stand(leans)
    assert (state.held, state.lost) == (held, lost), what


def test_the_first_posture_that_fails_is_asked_for() -> None:
    assert stand([(1, 60)]).ask == "stand_up"
    assert stand([(1, 20)]).ask == ""


@pytest.mark.parametrize(
    ("lean", "out_rate"), [(20.0, 0.0), (60.0, 1 / LEAVE_S)], ids=["in position", "out of it"]
)
def test_how_much_a_moment_out_of_it_counts(lean: float, out_rate: float) -> None:
    assert stand([(1, lean)]).out_rate == out_rate


def test_what_cannot_be_seen_is_neither_held_nor_lost() -> None:
    shoulders = frozenset({Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER})
    never = stand([(1, 20)], hidden=shoulders)
    assert (never.held, never.lost, never.out_rate, never.ask) == (False, True, 0.0, "stand_up")
    state = stand([(1, 20)])
    for i in range(60):
        pose = seen(1 + i / 30, squat(120, lean=20), SIDE, shoulders)
        body = Body.of(pose, classify(turned(pose)), turned(pose))
        state = advance_positions((UPRIGHT, STRAIGHT), state, Readings(body))
    assert (state.held, state.lost) == (False, False)


def test_a_guess_is_good_enough_where_the_posture_says_so() -> None:
    knees = frozenset({Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE})
    assert stand([(1, 20)], hidden=knees).held
