"""The timer of a hold: it runs in form alone, with some grace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.motion.counting.hold import SETTLE_S, SHORTEST_S, HoldState, advance_hold, end_hold
from coach.motion.exercise import Hold
from coach.motion.snapshot import Phase

PLANK = Hold(broken_by=("hips_sagging",), grace_s=1.0)


def keep(stretches: list[tuple[float, bool]], fps: float = 30.0, end: bool = True) -> HoldState:
    """The state after (seconds, in form) one after the other."""
    state, i = HoldState(), 0
    for seconds, good in stretches:
        for _ in range(round(seconds * fps)):
            state = advance_hold(PLANK, state, i / fps, good)
            i += 1
    return end_hold(state) if end else state


@pytest.mark.parametrize("fps", [10.0, 24.0, 60.0])
@pytest.mark.parametrize(
    ("stretches", "holds", "what"),
    [
        ([(5, True)], [(0, 5)], "from the first moment"),
        ([(1, False), (5, True)], [(1, 6)], "once in position"),
        ([(1.5, True)], [], "two seconds are the least"),
        ([(5, True), (0.8, False), (5, True)], [(0, 10.8)], "a short break is forgiven"),
        ([(5, True), (2, False), (5, True)], [(0, 5), (7, 12)], "a long one is not"),
        ([(5, True), (3, False)], [(0, 5)], "it ends when it was last good"),
        ([(3, True), (2, False), (1, True)], [(0, 3)], "too short a second one"),
        ([(0.2, True), (0.2, False)] * 20, [], "flickering is no hold"),
        ([(0.2, True), (0.1, False), (5, True)], [(0, 5.3)], "a blink does not begin it anew"),
    ],
)
def test_a_hold(
    stretches: list[tuple[float, bool]], holds: list[tuple[float, float]], what: str, fps: float
) -> None:
    state = keep(stretches, fps)
    found = [(h.start_s, h.end_s) for h in state.holds]
    assert len(found) == len(holds), what
    for one, other in zip(found, holds, strict=True):
        assert one == pytest.approx(other, abs=0.15), what
    assert state.total_s() == pytest.approx(sum(e - s for s, e in holds), abs=0.3)


def test_the_clock_runs_while_it_is_held_and_stands_in_a_break() -> None:
    running = keep([(5, True)], end=False)
    assert running.phase is Phase.HOLD
    assert running.total_s() == pytest.approx(5, abs=0.1)
    broken = keep([(5, True), (0.8, False)], end=False)
    assert broken.phase is Phase.BROKEN
    assert broken.total_s() == pytest.approx(5, abs=0.1)
    over = keep([(5, True), (1.5, False)], end=False)
    assert over.phase is Phase.SETUP
    assert over.total_s() == pytest.approx(5, abs=0.1)


def test_getting_into_position_is_not_yet_a_hold() -> None:
    assert keep([(SETTLE_S - 0.1, True)], end=False).phase is Phase.SETUP


def test_time_that_nobody_saw_is_not_held() -> None:
    """The pictures stop for a minute, and go on."""
    state = keep([(3, True)], end=False)
    for i in range(90):
        state = advance_hold(PLANK, state, 63 + i / 30, in_form=True)
    assert end_hold(state).total_s() == pytest.approx(6, abs=0.2)


def test_a_slow_camera_is_slow_and_no_reason_not_to_hold() -> None:
    assert keep([(10, True)], fps=2.0).total_s() == pytest.approx(9.5)


def test_one_picture_before_a_long_gap_is_no_hold() -> None:
    state = advance_hold(PLANK, HoldState(), 0.0, in_form=True)
    for i in range(90):
        state = advance_hold(PLANK, state, 60 + i / 30, in_form=True)
    assert end_hold(state).total_s() == pytest.approx(3, abs=0.1)


def test_a_time_that_does_not_rise_changes_nothing() -> None:
    state = keep([(3, True)], end=False)
    assert advance_hold(PLANK, state, 1.0, in_form=False) == state


def test_a_hold_ends_once() -> None:
    state = keep([(3, True)])
    assert repr(end_hold(state)) == repr(state), "by repr, since it holds nan"


@given(st.lists(st.tuples(st.floats(0.1, 4), st.booleans()), max_size=8))
def test_what_is_held_is_never_more_than_what_was_good_and_its_grace(
    stretches: list[tuple[float, bool]],
) -> None:
    state = keep(stretches)
    good = sum(seconds for seconds, form in stretches if form)
    breaks = sum(min(seconds, 1.0) for seconds, form in stretches if not form)
    assert 0 <= state.total_s() <= good + breaks + 0.1 * len(stretches) + 0.1
    assert all(h.end_s - h.start_s >= SHORTEST_S for h in state.holds)
    assert state.total_s() == pytest.approx(sum(h.end_s - h.start_s for h in state.holds))
