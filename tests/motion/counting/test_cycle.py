"""Counting on one angle over time: which movements are whole, which are not, whatever the rate."""

from __future__ import annotations

import itertools
from dataclasses import replace
from math import isnan, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.motion.counting.cycle import (
    CycleState,
    advance_cycle,
    close_cycle,
    full_range,
    range_of_motion,
)
from coach.motion.counting.excursion import Movement
from tests.motion.figures import STRAIGHT, dips, times
from tests.motion.signals import SQUAT, TARGET, Signal, follow, unseen


def counted(signal: Signal, seconds: float, fps: float = 30.0) -> list[Movement]:
    """The movements that a judge would look at: not jumped, and their descent was seen."""
    state, done = follow(signal, seconds, fps)
    last = close_cycle(state)
    done += [last] if last else []
    return [m for m in done if not m.jumped and m.descent_deg >= 25]


@pytest.mark.parametrize("fps", [10.0, 24.0, 30.0, 60.0])
@pytest.mark.parametrize(
    ("bottoms", "timing", "what"),
    [
        ([80.0] * 3, {}, "regular"),
        ([80.0] * 4, {"seconds": 1.0, "rest_s": 0.0}, "one a second, without a rest"),
        ([80.0] * 6, {"seconds": 0.5, "rest_s": 0.0}, "two a second"),
        ([80.0] * 2, {"seconds": 8.0}, "slow"),
        ([45.0] * 2, {}, "as deep as it goes"),
        ([105.0] * 3, {}, "cautious"),
        ([80.0] * 2, {"low_s": 2.0}, "held at the bottom"),
        ([80.0, 105.0, 60.0], {"rest_s": 3.0}, "each another depth"),
        ([80.0] * 3, {"top": 150.0}, "knees that are never straight"),
        ([80.0] * 3, {"lead_s": 0.1}, "from the first moment to the last"),
    ],
)
def test_each_dip_is_one_movement(
    bottoms: list[float], timing: dict[str, float], fps: float, what: str
) -> None:
    signal, seconds = dips(bottoms, **timing)
    found = counted(signal, seconds, fps)
    assert len(found) == len(bottoms), what
    # Ten frames a second may miss the deepest moment of a quick movement.
    tolerance = 25 if fps == 10 and timing.get("seconds", 2) < 1 else 7
    assert [m.lowest for m in found] == pytest.approx(bottoms, abs=tolerance)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.floats(50, 110), min_size=1, max_size=5),
    st.floats(142, 178),
    st.floats(0.8, 5),
    st.floats(0, 2),
    st.sampled_from([10.0, 15.0, 24.0, 30.0, 60.0]),
)
def test_every_whole_movement_is_counted_once(
    bottoms: list[float], top: float, seconds: float, rest_s: float, fps: float
) -> None:
    signal, length = dips(bottoms, top=top, seconds=seconds, rest_s=rest_s)
    assert len(counted(signal, length, fps)) == len(bottoms)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(130, 178), min_size=1, max_size=60), st.floats(4, 60))
def test_shifting_weight_is_no_movement(angles: list[float], fps: float) -> None:
    """Whatever the knees do above 130 degrees does not come near a rep."""
    _, done = follow(lambda t: angles[int(t * 4) % len(angles)], 15.0, fps)
    assert all(m.lowest >= 130 for m in done)


@pytest.mark.parametrize(
    ("wobble", "movements"), [(5.0, 1), (11.0, 1), (60.0, 2)], ids=["noise", "bounce", "two reps"]
)
def test_a_bounce_at_the_bottom_counts_once(wobble: float, movements: int) -> None:
    def signal(t: float) -> float:
        """Down, up a little and down again, up."""
        corners = [(0, 170), (1, 170), (2, 80), (2.5, 80 + wobble), (3, 80), (4, 170), (5, 170)]
        for (t0, x0), (t1, x1) in itertools.pairwise(corners):
            if t < t1:
                return x0 + (x1 - x0) * (t - t0) / (t1 - t0)
        return 170.0

    assert len(counted(signal, 5.0)) == movements


def test_standing_up_not_fully_is_a_movement_that_did_not_lock_out() -> None:
    signal, seconds = dips([80.0, 80.0], rest_s=0.0)
    bent = 145.0

    def soft(t: float) -> float:
        return min(signal(t), bent) if t > 1.5 else signal(t)

    found = counted(soft, seconds)
    assert len(found) == 2
    assert found[0].returned == pytest.approx(bent, abs=1)
    assert not found[0].locked


@pytest.mark.parametrize(
    ("sinks", "height", "movements", "what"),
    [
        (8.0, unseen, 0, "within the error of measurement"),
        (25.0, unseen, 1, "the next descent has begun"),
        (25.0, lambda t: abs(t - 2.0) if t < 3 else 4.0 - t, 1, "and the body sinks again"),
        (25.0, lambda t: abs(t - 2.0), 0, "a joint misread: the body goes on rising"),
        (25.0, lambda t: max(2.0 - t, 0.4 - 0.2 * abs(t - 3)), 0, "and here it hardly rose"),
    ],
)
def test_turning_round_on_the_way_up_ends_a_movement(
    sinks: float, height: Signal, movements: int, what: str
) -> None:
    """Down to 80, up to 135, down again a little; still too low to rest."""
    corners = [(0.0, 172.0), (1.0, 172.0), (2.0, 80.0), (3.0, 135.0), (3.3, 135.0 - sinks)]

    def signal(t: float) -> float:
        for (t0, x0), (t1, x1) in itertools.pairwise(corners):
            if t < t1:
                return x0 + (x1 - x0) * (t - t0) / (t1 - t0)
        return corners[-1][1]

    _, done = follow(signal, 3.25, height=height)
    assert [m.locked for m in done] == [False] * movements, what


def test_a_strict_level_waits_for_straight_knees() -> None:
    signal, seconds = dips([80.0], top=150.0)

    def from_straight(t: float) -> float:
        return STRAIGHT if t < 0.5 else signal(t)

    _, lenient = follow(from_straight, seconds)
    _, strict = follow(from_straight, seconds, must_reach=160.0)
    assert [m.lowest for m in lenient] == pytest.approx([80], abs=2)
    assert strict == []


@pytest.mark.parametrize(
    ("first_s", "movements", "what"),
    [
        (1.5, 1, "half-way down: most of the descent was seen"),
        (2.0, 0, "at the bottom: nobody knows how it got there"),
        (2.6, 0, "on the way up"),
    ],
)
def test_a_clip_that_begins_in_mid_rep(first_s: float, movements: int, what: str) -> None:
    signal, seconds = dips([80.0])
    assert len(counted(lambda t: signal(t + first_s), seconds - first_s)) == movements, what


@pytest.mark.parametrize(
    ("last_s", "movements", "what"),
    [(1.9, 0, "on the way down"), (2.2, 0, "just turned"), (2.7, 1, "more than half-way back")],
)
def test_a_clip_that_ends_in_mid_rep(last_s: float, movements: int, what: str) -> None:
    signal, _ = dips([80.0])
    assert len(counted(signal, last_s)) == movements, what


def test_times_and_angles_of_a_movement() -> None:
    signal, seconds = dips([80.0], low_s=1.0)
    (movement,) = counted(signal, seconds, 60.0)
    assert movement.start_s == pytest.approx(1.0, abs=0.25)
    assert movement.bottom_s == pytest.approx(2.5, abs=0.05)
    assert movement.end_s == pytest.approx(4.0, abs=0.3)
    assert movement.lowest == pytest.approx(80)
    assert movement.descent_deg == pytest.approx(STRAIGHT - 80, abs=10)
    assert movement.rested_s == pytest.approx(1.4, abs=0.3)
    assert movement.locked
    assert movement.path_ratio == pytest.approx(1.0, abs=0.1)


def test_the_height_of_the_body_dates_the_bottom_where_it_is_known() -> None:
    signal, seconds = dips([80.0])
    state, done = CycleState(), []
    for t in times(seconds, 30.0):
        height = abs(t - 2.2)
        state, movement = advance_cycle(SQUAT, TARGET, None, state, (t, signal(t), height))
        done += [movement] if movement else []
    assert [m.bottom_s for m in done] == pytest.approx([2.2], abs=0.05)


def test_a_movement_is_finished_soon_after_its_end() -> None:
    signal, seconds = dips([80.0])
    state = CycleState()
    for t in times(seconds, 30.0):
        state, movement = advance_cycle(SQUAT, TARGET, None, state, (t, signal(t), nan))
        if movement:
            assert t - movement.end_s < 0.3
            assert t < 3.3
            return
    pytest.fail("the movement was never finished")


def test_a_stop_on_the_way_is_a_long_way() -> None:
    def signal(t: float) -> float:
        if not 1 < t < 4:
            return 170.0
        smooth = 125 + 45 * (abs(t - 2.5) / 0.75 - 1)
        return smooth + (15 if int(t * 8) % 2 else 0)

    found = counted(signal, 5.0)
    assert any(m.path_ratio > 1.5 for m in found)


@pytest.mark.parametrize(
    ("height", "what"),
    [
        (lambda t: 1 - 0.5 * (1.2 < t < 2.8), "down and up again"),
        (lambda t: 3.0 if 1.5 < t < 1.55 else 1 - 0.5 * (1.2 < t < 2.8), "the height misread too"),
    ],
)
def test_a_knee_that_looks_straight_at_the_bottom_ends_no_rep(height: Signal, what: str) -> None:
    signal, seconds = dips([80.0], lead_s=1.0)

    def misread(t: float) -> float:
        return 165.0 if 1.9 <= t < 2.1 else signal(t)

    _, (rep,) = follow(misread, seconds + 1, height=height)
    assert rep.start_s < 1.3, what
    assert 2.6 < rep.end_s < 3.3, what


@pytest.mark.parametrize("fps", [15.0, 30.0, 60.0])
@pytest.mark.parametrize(
    ("at_s", "angle"),
    [(1.5, 60.0), (2.0, 172.0), (2.5, 170.0), (2.6, 60.0), (4.0, 80.0)],
    ids=["going down", "straight at the bottom", "straight going up", "bent", "at the top"],
)
def test_a_joint_misread_for_a_moment_makes_and_loses_no_rep(
    at_s: float, angle: float, fps: float
) -> None:
    signal, seconds = dips([80.0, 80.0], lead_s=1.0)

    def misread(t: float) -> float:
        return angle if at_s <= t < at_s + 0.9 / fps else signal(t)

    found = [m for m in counted(misread, seconds, fps) if m.lowest < 120]
    assert [m.lowest for m in found] == pytest.approx([80, 80], abs=7)


def test_a_skeleton_that_jumps_on_to_furniture_makes_no_movement() -> None:
    def signal(t: float) -> float:
        return 80.0 if 1.0 < t < 2.0 else 172.0

    _, done = follow(signal, 4.0)
    assert all(m.jumped for m in done)
    assert done, "it was seen, and marked"


@given(st.floats(100, 180), st.floats(60, 100), st.floats(30, 180))
def test_the_meter_is_0_at_the_top_and_1_at_the_target(
    top: float, target: float, value: float
) -> None:
    state = CycleState(top=top)
    assert range_of_motion(state, target, top) == 0
    assert range_of_motion(state, target, value) >= 0
    assert range_of_motion(state, target, top - full_range(top, target)) == pytest.approx(1)
    assert isnan(range_of_motion(state, target, nan))
    assert isnan(range_of_motion(replace(state, top=nan), target, value))


def test_the_top_is_learnt_inside_safe_bounds() -> None:
    for angle, top in ((178.0, 176.0), (150.0, 150.0), (100.0, 140.0)):
        state, _ = follow(lambda _, x=angle: x, 30.0, 10.0)
        assert state.top == pytest.approx(top, abs=1)
