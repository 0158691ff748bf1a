"""Counting over time: gaps, phases, clocks that stand still, and somebody who never gets up."""

from __future__ import annotations

from math import isnan, nan

import pytest

from coach.motion.counting.cycle import (
    GAP_S,
    LOST_S,
    CycleState,
    advance_cycle,
    close_cycle,
)
from coach.motion.counting.excursion import MOST_SAMPLES
from coach.motion.snapshot import Phase
from tests.motion.figures import dips, times
from tests.motion.signals import SQUAT, TARGET, follow


@pytest.mark.parametrize(
    ("gap", "movements", "what"),
    [
        ((1.6, 1.9), 1, "a blink on the way down"),
        ((1.9, 2.3), 1, "a blink at the bottom"),
        ((1.5, 1.5 + LOST_S + 0.1), 0, "gone for the whole movement"),
        ((2.0, 2.0 + LOST_S + 0.1), 0, "went down, and was gone"),
    ],
)
@pytest.mark.parametrize("frames", [True, False], ids=["nobody in the picture", "no picture"])
def test_gaps(gap: tuple[float, float], movements: int, frames: bool, what: str) -> None:
    signal, seconds = dips([80.0], lead_s=1.0)
    state, done = CycleState(), []
    for t in times(seconds + 3, 30.0):
        lost = gap[0] <= t < gap[1]
        if lost and not frames:
            continue
        sample = (t, nan if lost else signal(t), nan)
        state, movement = advance_cycle(SQUAT, TARGET, None, state, sample)
        done += [movement] if movement else []
    assert len([m for m in done if m.descent_deg >= 25]) == movements, what


def test_phases() -> None:
    signal, _ = dips([80.0], low_s=0.5)
    state, seen = CycleState(), []
    for t in times(5.0, 30.0):
        x = nan if t > 4.2 else signal(t)
        state, _ = advance_cycle(SQUAT, TARGET, None, state, (t, x, nan))
        if not seen or seen[-1] is not state.phase:
            seen.append(state.phase)
    order = [Phase.TOP, Phase.DESCENT, Phase.BOTTOM, Phase.ASCENT, Phase.TOP, Phase.PAUSED]
    assert seen == order
    state, _ = advance_cycle(SQUAT, TARGET, None, state, (4.3 + LOST_S, nan, nan))
    assert GAP_S < LOST_S
    assert state.phase is Phase.SETUP


def test_nothing_but_nan_is_nothing() -> None:
    state, done = follow(lambda _: nan, 5.0)
    assert (done, isnan(state.top), close_cycle(state)) == ([], True, None)


def test_a_time_that_does_not_rise_changes_nothing() -> None:
    signal, _ = dips([80.0])
    state, _ = follow(signal, 1.6)
    for t in (1.6, 1.0, 0.0, -5.0):
        assert advance_cycle(SQUAT, TARGET, None, state, (t, 30.0, nan)) == (state, None)


def test_somebody_who_sits_down_for_an_hour_costs_no_hour_of_samples() -> None:
    state, _ = follow(lambda t: 172.0 if t < 1 else 80.0, 400.0, 10.0)
    assert state.excursion is not None
    assert len(state.excursion.samples) <= MOST_SAMPLES
