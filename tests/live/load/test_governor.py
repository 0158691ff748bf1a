"""When a busy machine saves, and when it stops saving: tables, and a machine that is simulated."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.live.load.governor import EASE_S, PATIENCE_S, Governor, Strain
from coach.live.load.quality import STEPS, Quality

TICK = 0.5


def after(governor: Governor, strain: Strain, seconds: float, start: float = 0.0) -> Governor:
    for i in range(int(seconds / TICK) + 1):
        governor = governor.judge(start + i * TICK, strain)
    return governor


STEADY = Strain(busy=0.5)
LATE = Strain(kept_up=0.8, busy=0.5)
VERY_LATE = Strain(kept_up=0.2, busy=0.5)
FALTERING = Strain(kept_up=0.8, flowing=0.8, busy=0.5)
STUTTERING = Strain(kept_up=0.2, flowing=0.4, busy=0.5)
STARVING = Strain(kept_up=0.2, waited_s=0.15, busy=0.5)
FULL = Strain(busy=0.95)
LAST_UNSEEN = max(i for i, step in enumerate(STEPS) if step.only_looks_less)
LAST_SMOOTH = max(i for i, step in enumerate(STEPS) if not step.show_gap_s)
LAST = len(STEPS) - 1


@pytest.mark.parametrize(
    ("strain", "seconds", "step"),
    [
        pytest.param(STEADY, 60, 0, id="a machine with room never saves"),
        pytest.param(LATE, PATIENCE_S - TICK, 0, id="a moment of strain is let pass"),
        pytest.param(LATE, PATIENCE_S, 1, id="strain that stays costs one step"),
        pytest.param(FULL, PATIENCE_S, 1, id="a full processor is strain too"),
        pytest.param(Strain(0.93, busy=0.95), PATIENCE_S, 1, id="each alone is enough"),
        pytest.param(Strain(0.93, busy=0.85), 60, 0, id="between strain and ease nothing happens"),
        pytest.param(VERY_LATE, PATIENCE_S, 2, id="severe strain costs two"),
        pytest.param(LATE, 120, LAST_UNSEEN, id="for what is late looks are saved, nothing else"),
        pytest.param(VERY_LATE, 120, LAST_UNSEEN, id="however late"),
        pytest.param(FALTERING, 120, LAST_SMOOTH, id="some frames lost cost the chosen model"),
        pytest.param(STUTTERING, 120, LAST, id="many cost frames, which then come evenly"),
        pytest.param(STUTTERING, 4 * PATIENCE_S + 2, LAST, id="and quickly"),
        pytest.param(STARVING, 120, LAST, id="and so do looks that take too long to count by"),
        pytest.param(FULL, 120, LAST, id="and so does a processor that stays full"),
    ],
)
def test_steps_down(strain: Strain, seconds: float, step: int) -> None:
    assert after(Governor(), strain, seconds).step == step


@pytest.mark.parametrize(
    ("strain", "seconds", "step"),
    [
        pytest.param(STEADY, EASE_S - TICK, 3, id="ease must last"),
        pytest.param(STEADY, EASE_S, 2, id="then one step is tried"),
        pytest.param(Strain(busy=0.8), 60, 3, id="no room, no step: it would not hold"),
        pytest.param(VERY_LATE, 60, 3, id="nor while frames are late"),
        pytest.param(Strain(waited_s=0.09, busy=0.5), 60, 3, id="nor while looks take long"),
        pytest.param(STEADY, 60, 0, id="and all of them if each holds"),
    ],
)
def test_steps_up(strain: Strain, seconds: float, step: int) -> None:
    assert after(Governor(step=3), strain, seconds).step == step


def test_a_video_that_flows_gets_the_chosen_model_back_though_looks_are_late() -> None:
    assert after(Governor(step=LAST), VERY_LATE, 120).step == LAST_UNSEEN


def test_strain_must_be_in_one_piece() -> None:
    governor = Governor()
    for i in range(40):
        governor = governor.judge(i * TICK, LATE if i % 4 else STEADY)
    assert governor.step == 0


def test_a_step_up_that_does_not_hold_is_tried_less_and_less_often() -> None:
    """The machine can do step 2, and not step 1: without that rule it would swing for ever."""
    governor, raises = Governor(step=2), []
    for i in range(int(600 / TICK)):
        before = governor.step
        governor = governor.judge(i * TICK, LATE if before < 2 else STEADY)
        if governor.step < before:
            raises.append(i * TICK)
    waits = [b - a for a, b in pairwise(raises)]
    assert waits == sorted(waits)
    assert waits[-1] > 100
    assert len(raises) < 8


def test_after_a_quiet_time_it_tries_as_soon_as_at_first() -> None:
    tired = Governor(step=0, wait_s=64.0, raised=0.0)
    assert after(tired, STEADY, 70, start=1.0).wait_s == EASE_S


@pytest.mark.parametrize("cores", [1, 2, 8])
@pytest.mark.parametrize("load", [0.5, 1.2, 1.6, 2.5])
def test_a_simulated_machine_finds_a_step_that_it_can_keep(cores: int, load: float) -> None:
    """So many sessions at 30 frames a second that all looks would take `load` times the machine:
    where any step fits it, the picture keeps up for nearly all of the time after a first minute."""
    look, other, fps = 0.015, 0.008, 30.0
    sessions = max(1, round(load * cores / (fps * (look + other))))

    def need(quality: Quality) -> float:
        looks = fps if not quality.gap_s else 1 / (quality.gap_s + 0.005)
        return sessions * (looks * look + fps * other) / cores

    governor, smooth, ticks = Governor(), 0, 0
    for i in range(int(240 / TICK)):
        use = need(governor.quality)
        share = min(1.0, 1 / use)
        governor = governor.judge(i * TICK, Strain(share, share, busy=min(1.0, use)))
        if i * TICK >= 60:
            ticks += 1
            smooth += use <= 1
    if need(STEPS[-1]) <= 1:
        assert smooth / ticks > 0.9
    else:
        assert governor.step == len(STEPS) - 1
    if need(STEPS[0]) < 0.9:
        assert governor.step == 0


@pytest.mark.parametrize(
    ("chosen", "heaviest", "here", "used"),
    [
        pytest.param("heavy", "heavy", {"full"}, "heavy", id="nothing to save"),
        pytest.param("heavy", "full", {"lite", "full"}, "full", id="the next lighter one"),
        pytest.param("heavy", "full", {"lite"}, "lite", id="or one lighter still"),
        pytest.param("heavy", "lite", {"full"}, "heavy", id="nothing is fetched for it"),
        pytest.param("lite", "full", {"full"}, "lite", id="never a heavier one than chosen"),
        pytest.param("other", "lite", {"lite"}, "other", id="an unknown one is left alone"),
    ],
)
def test_the_model_is_lowered_to_one_that_is_here(chosen, heaviest, here, used) -> None:
    assert Quality(heaviest=heaviest).model(chosen, lambda: here) == used


def test_every_step_asks_for_no_more_than_the_one_before() -> None:
    order = ("lite", "full", "heavy")
    for before, step in pairwise(STEPS):
        assert step.gap_s >= before.gap_s
        assert order.index(step.heaviest) <= order.index(before.heaviest)
        assert step != before
