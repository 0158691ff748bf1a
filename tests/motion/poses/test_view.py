"""Where the camera stands: read off the turn of the body, and not believed at the first glance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.motion.poses.view import (
    FRONT_LIMIT,
    SETTLE_S,
    SIDE_LIMIT,
    STICKY,
    ViewState,
    advance_view,
    classify,
    lasting,
    note_view,
    turned,
)
from coach.motion.snapshot import View, ViewSpan
from tests.motion.figures import Camera, push_up, seen, squat


@pytest.mark.parametrize(
    ("degrees", "view", "what"),
    [
        (0, View.FRONT, "facing the camera"),
        (180, View.FRONT, "a back shows the frontal plane too"),
        (-170, View.FRONT, "a back, a little turned"),
        (FRONT_LIMIT - 1, View.FRONT, "just front"),
        (FRONT_LIMIT + 1, View.OBLIQUE, "just no longer front"),
        (45, View.OBLIQUE, "half turned"),
        (-45, View.OBLIQUE, "half turned the other way"),
        (135, View.OBLIQUE, "half turned away"),
        (SIDE_LIMIT - 1, View.OBLIQUE, "just not side"),
        (SIDE_LIMIT + 1, View.RIGHT, "just side"),
        (90, View.RIGHT, "faces the image's right"),
        (-90, View.LEFT, "faces the image's left"),
        (-115, View.LEFT, "side, a little away"),
    ],
)
def test_a_turn_is_a_view(degrees: float, view: View, what: str) -> None:
    assert classify(degrees) is view, what


@given(st.floats(-180, 180))
def test_a_mirrored_turn_is_the_mirrored_view(degrees: float) -> None:
    swap = {View.LEFT: View.RIGHT, View.RIGHT: View.LEFT}
    view = classify(degrees)
    assert classify(-degrees) is swap.get(view, view)


@pytest.mark.parametrize(
    ("degrees", "current"),
    [
        (FRONT_LIMIT + STICKY - 1, View.FRONT),
        (SIDE_LIMIT - STICKY + 1, View.RIGHT),
        (-SIDE_LIMIT + STICKY - 1, View.LEFT),
    ],
)
def test_a_view_holds_on_a_little_past_its_border(degrees: float, current: View) -> None:
    assert classify(degrees, current) is current
    assert classify(degrees) is View.OBLIQUE


@pytest.mark.parametrize("turn", [-90.0, -45.0, 0.0, 30.0, 90.0])
@pytest.mark.parametrize("knee", [80.0, 170.0])
def test_a_turn_is_read_off_a_pose_whatever_the_person_does(turn: float, knee: float) -> None:
    assert turned(seen(0.0, squat(knee), Camera(turn=turn))) == pytest.approx(turn)
    assert turned(seen(0.0, push_up(knee), Camera(turn=turn))) == pytest.approx(turn)


def watch(turns: list[tuple[float, float]]) -> View:
    """The view believed after (seconds, degrees) pairs, ten frames a second."""
    state, t = ViewState(), 0.0
    for seconds, degrees in turns:
        for _ in range(round(seconds * 10)):
            state = advance_view(state, t, turned(seen(t, squat(170), Camera(turn=degrees))))
            t += 0.1
    return state.view


@pytest.mark.parametrize(
    ("turns", "view", "what"),
    [
        ([(0.1, 0)], View.FRONT, "the first pose is believed at once"),
        ([(1, 90), (SETTLE_S - 0.1, 0)], View.RIGHT, "a swap for a moment changes nothing"),
        ([(1, 90), (0.2, 0), (0.1, 90), (0.2, 0)], View.RIGHT, "nor does one that comes again"),
        ([(1, 90), (0.2, 0), (0.2, 45)], View.RIGHT, "nor do two different ones"),
        ([(1, 90), (1, 0)], View.FRONT, "a turn that stays is believed"),
        ([(1, 90), (1, -90)], View.LEFT, "so is turning round"),
    ],
)
def test_a_view_must_stay_to_be_believed(
    turns: list[tuple[float, float]], view: View, what: str
) -> None:
    assert watch(turns) is view, what


def test_a_view_lasts_until_the_next_begins() -> None:
    spans: tuple[ViewSpan, ...] = ()
    seen_at = [(0, View.UNKNOWN), (1, View.LEFT), (2, View.LEFT), (3, View.FRONT), (4, View.LEFT)]
    for t, view in seen_at:
        spans = note_view(spans, view, t)
    assert lasting(spans, 5.0) == (
        ViewSpan(View.UNKNOWN, 0, 1),
        ViewSpan(View.LEFT, 1, 3),
        ViewSpan(View.FRONT, 3, 4),
        ViewSpan(View.LEFT, 4, 5),
    )
    assert lasting(spans, 3.5)[-1].end_s == 4, "not before it begins"
    assert lasting((), 5.0) == ()
