"""When the network must look, and where a pose is in between."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.motion.look_schedule import (
    ALERT_S,
    CARRY_S,
    EMPTY_S,
    LONGEST_S,
    RESTS,
    STEP,
    SWIFT,
    SWIFT_GAP_S,
    SWIFT_S,
    LookSchedule,
    alert,
    carry_pose,
    is_due,
    note_look,
)
from coach.motion.poses.pose import Landmark, Pose

SIZE = (400, 400)


def person(t: float, x: float = 0.5, wrist: float = 0.0) -> Pose:
    """Shoulders at 100, hips at 200 pixels: a trunk of 100. wrist: trunks that one hand is off."""
    image = np.full((33, 3), 0.5)
    image[:, 0] = x
    image[[Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER], 1] = 0.25
    image[[Landmark.LEFT_WRIST], 1] += wrist * 0.25
    return Pose.from_arrays(t, image, np.zeros((33, 3)), np.ones(33), SIZE)


def after(*poses: Pose | None, every: float = 0.1) -> LookSchedule:
    pace = LookSchedule()
    for i, pose in enumerate(poses):
        pace = note_look(pace, i * every, pose)
    return pace


def test_the_first_picture_is_looked_at() -> None:
    assert is_due(LookSchedule(), 0.0)


def test_the_second_is_too_for_one_pose_tells_no_speed() -> None:
    assert is_due(after(person(0.0)), 0.01)


@pytest.mark.parametrize(
    ("wait", "due", "why"),
    [
        (LONGEST_S / 2, False, "at rest half of the longest wait is too soon"),
        (LONGEST_S, True, "at rest the longest wait is enough"),
        (-0.5, True, "a clock that went back is a new stream"),
    ],
)
def test_a_person_at_rest(wait: float, due: bool, why: str) -> None:
    assert is_due(after(person(0.0), person(0.1)), 0.1 + wait) is due, why


@given(st.floats(0.2, 20.0))
def test_who_moves_is_looked_at_after_every_step(speed: float) -> None:
    pace = after(person(0.0), person(0.1, wrist=speed * 0.1))
    wait = min(STEP / speed, LONGEST_S)
    assert not is_due(pace, 0.1 + 0.9 * wait)
    assert is_due(pace, 0.1 + 1.1 * wait)


BUSY_S = 0.16


@pytest.mark.parametrize(
    ("speed", "wait", "due", "why"),
    [
        (0.1, BUSY_S, False, "who rests leaves the look to others"),
        (0.1, RESTS * BUSY_S, True, "but not for ever"),
        (1.5, BUSY_S * 0.9, False, "who moves has to wait"),
        (1.5, BUSY_S, True, "as long as is asked for"),
        (SWIFT, SWIFT_GAP_S * 0.9, False, "nobody is looked at all the time"),
        (SWIFT, SWIFT_GAP_S, True, "of two quick push-ups a second none goes by unseen"),
    ],
)
def test_on_a_busy_machine_those_are_looked_at_who_need_it(
    speed: float, wait: float, due: bool, why: str
) -> None:
    pace = after(person(0.0), person(0.1, wrist=speed * 0.1001))
    assert is_due(pace, 0.1 + wait, gap_s=BUSY_S) is due, why


def test_a_quick_movement_is_followed_through_its_turn() -> None:
    quick = after(person(0.0), person(0.1, wrist=SWIFT * 0.11))
    turning = note_look(quick, 0.2, person(0.2, wrist=SWIFT * 0.11))
    assert turning.speed == 0
    assert is_due(turning, 0.2 + SWIFT_GAP_S, gap_s=BUSY_S)
    over = note_look(turning, 0.1 + SWIFT_S, person(0.1 + SWIFT_S, wrist=SWIFT * 0.11))
    assert not is_due(over, 0.1 + SWIFT_S + BUSY_S, gap_s=BUSY_S)


def test_where_nobody_is_a_busy_machine_looks_seldom() -> None:
    pace = after(person(0.0), None)
    assert not is_due(pace, 0.1 + EMPTY_S, gap_s=BUSY_S)
    assert is_due(pace, 0.1 + RESTS * BUSY_S, gap_s=BUSY_S)


def test_an_empty_picture_is_looked_at_now_and_then() -> None:
    pace = after(person(0.0), None)
    assert not is_due(pace, 0.1 + EMPTY_S / 2)
    assert is_due(pace, 0.1 + EMPTY_S)


def test_another_scene_is_looked_at_until_it_has_settled() -> None:
    pace = alert(after(person(0.0), person(0.1)), 0.11)
    assert is_due(pace, 0.12)
    assert is_due(pace, 0.11 + ALERT_S - 0.01)
    assert is_due(after(person(0.0), person(0.1)), 0.11, changed=True)


def test_a_pose_is_carried_along_in_a_straight_line() -> None:
    pace = after(person(0.0, x=0.4), person(0.1, x=0.5))
    pose = carry_pose(pace, 0.15)
    assert pose is not None
    assert pose.t == 0.15
    assert pose.image[0, 0] == pytest.approx(0.55)


def test_it_is_not_carried_further_than_can_be_guessed() -> None:
    pace = after(person(0.0, x=0.4), person(0.1, x=0.5))
    late, later = carry_pose(pace, 0.1 + CARRY_S), carry_pose(pace, 9.0)
    assert late is not None
    assert later is not None
    assert (late.image == later.image).all()


@pytest.mark.parametrize("poses", [(), (person(0.0), None)], ids=["nothing yet", "gone"])
def test_nobody_is_carried(poses: tuple[Pose | None, ...]) -> None:
    assert carry_pose(after(*poses), 0.2) is None
