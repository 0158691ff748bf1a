"""Counting a movement there and back on one angle. Pure: `advance_cycle` is a function of values.

A signal that is no angle, or that rises on the way out, is read as one (Cycle.as_angle).

The angle falls from the person's own top to a bottom and rises again. The top is learnt, inside
safe bounds; a movement ends when the angle is back near that top, or when it turns round (or rests)
after at least half of the way back. Nothing counts frames, so the frame rate does not matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan

from coach.motion.counting.excursion import (
    HALF_WAY_BACK,
    STALL_S,
    Excursion,
    Movement,
    Sample,
    begin,
    came_up,
    finish,
    follow,
    sinks_again,
)
from coach.motion.exercise import Cycle
from coach.motion.fast_replace import replace
from coach.motion.judging.sight import HIDDEN_S
from coach.motion.snapshot import Phase

# A range smaller than this, in degrees, is no range: nothing is divided by less.
LEAST_RANGE = 20.0
# Parts of the personal range (top to target).
LEAVES = 0.30
RETURNS = 0.18
NEAR_TOP = 0.10
# A turn-around smaller than this, in degrees, is measurement error: its standard deviation is 6.4
# in a true side view (Cosoli et al. 2026), and two of them are compared.
TURN = 12.0
# Where the recording ends nobody can turn round any more: a little less is enough.
NEARLY_HALF = 0.4
# A person who was seen for so long before going down, was seen to begin.
BEGUN_S = 0.1
# A rep that starts before the first frame still counts if this much of its descent was seen.
SEEN_DESCENT = 25.0
# The bottom phase lasts while the angle is this close to its deepest point.
BOTTOM_BAND = 0.12
# The person's top follows a rise within some tenths of a second and a fall slowly.
RISE_S, FALL_S = 0.25, 6.0
# No joint moves like this. In the dark a joint does for a moment, which is passed over, or by 39
# degrees at the start of a true descent; a skeleton that jumps on to furniture does by
# JUMPED_DEGREES at once, and stays there.
JUMP_DEGREES, JUMP_PER_S = 35.0, 900.0
DOUBT_S, JUMPED_DEGREES = 0.12, 60.0
GAP_S, LOST_S = 0.5, 2.0


@dataclass(frozen=True)
class CycleState:
    """What counting needs to remember. top is NaN until the first sample."""

    phase: Phase = Phase.SETUP
    top: float = nan
    since: float = nan
    """Since when the joint is seen (s), NaN where it is not."""
    last: Sample | None = None
    up: Sample | None = None
    excursion: Excursion | None = None
    lost_since: float | None = None
    doubted: Sample | None = None
    """The first of those samples since the last one to which no joint can have got."""


def full_range(top: float, target: float) -> float:
    """Degrees from the person's own top to the target, at least LEAST_RANGE."""
    return max(top - target, LEAST_RANGE)


def range_of_motion(state: CycleState, target: float, value: float) -> float:
    """0 at the person's own top, 1 at the target, more when deeper; NaN before the first sample."""
    if isnan(state.top) or isnan(value):
        return nan
    return max(0.0, (state.top - value) / full_range(state.top, target))


def drop_excursion(state: CycleState, phase: Phase) -> CycleState:
    """Forget the movement in progress, keep what was learnt of the person."""
    return replace(state, phase=phase, excursion=None, last=None, up=None)


def _absent(state: CycleState, t: float) -> CycleState:
    since = t if state.lost_since is None else state.lost_since
    state = replace(state, lost_since=since, doubted=None)
    if t - since >= LOST_S:
        return replace(drop_excursion(state, Phase.SETUP), lost_since=since)
    if t - since >= GAP_S:
        return replace(state, phase=Phase.PAUSED)
    return state


def _learn_top(cycle: Cycle, state: CycleState, t: float, x: float) -> float:
    low, high = cycle.top_as_angle
    if isnan(state.top):
        return min(max(x, low), high)
    dt = t - state.last[0] if state.last else 0.0
    if x > state.top:
        return min(state.top + (x - state.top) * min(1.0, dt / RISE_S), high)
    if state.excursion is None:
        return max(state.top + (x - state.top) * min(1.0, dt / FALL_S), low)
    return state.top


def _is_outlier(state: CycleState, sample: Sample) -> bool:
    """Whether the angle is where it cannot have got to since the last sample that was believed."""
    if state.last is None:
        return False
    change = abs(sample[1] - state.last[1])
    quick = change > JUMP_PER_S * (sample[0] - state.last[0])
    return change > JUMP_DEGREES and (quick or state.doubted is not None)


def _phase(excursion: Excursion, x: float, span: float) -> Phase:
    if x <= excursion.low[1] + BOTTOM_BAND * span and excursion.highest - x > 0.5 * span:
        return Phase.BOTTOM
    return Phase.ASCENT if x > excursion.low[1] + BOTTOM_BAND * span else Phase.DESCENT


def advance_cycle(
    cycle: Cycle, target: float, must_reach: float | None, state: CycleState, sample: Sample
) -> tuple[CycleState, Movement | None]:
    """One sample; an angle of NaN is a moment unseen.

    target: the angle of the full range. must_reach: the angle the way back must reach, where a
    level asks for it (None: near the person's own top). Returns the new state and the movement that
    this sample finished, if any.
    """
    t, x, _ = sample
    if state.last is not None and t <= state.last[0]:
        return state, None
    if isnan(x):
        return _absent(state, t), None
    if state.last is not None and t - state.last[0] >= LOST_S:
        state = drop_excursion(state, Phase.SETUP)
    outlier = _is_outlier(state, sample)
    doubted = state.doubted or sample
    if outlier and t - doubted[0] < DOUBT_S:
        return replace(state, doubted=doubted), None
    jumped = outlier and state.last is not None and state.last[1] - doubted[1] > JUMPED_DEGREES
    hidden = state.last is None or t - state.last[0] > HIDDEN_S
    state = replace(
        state,
        top=_learn_top(cycle, state, t, x),
        since=t if hidden else state.since,
        lost_since=None,
        doubted=None,
    )
    span = full_range(state.top, target)
    excursion = state.excursion
    if excursion is None:
        up = state.up
        if x >= state.top - NEAR_TOP * span or up is None or x > up[1]:
            up = sample
        state = replace(state, phase=Phase.TOP, last=sample, up=up)
        if x < state.top - LEAVES * span:
            start = state.up or state.last or sample
            begun = start[0] - state.since >= BEGUN_S
            excursion = begin(start, sample, jumped, begun)
            state = replace(state, phase=Phase.DESCENT, excursion=excursion)
        return state, None
    excursion = follow(excursion, sample, jumped)
    line = state.top - RETURNS * span
    if must_reach is not None:
        line = max(line, must_reach)
    moving = replace(state, phase=_phase(excursion, x, span), last=sample, excursion=excursion)
    # A person who stays there is up, whatever a height misread for a moment says.
    stays = t - excursion.peak[0] >= STALL_S
    if x >= line and (stays or came_up(excursion, t)):
        done = finish(excursion, (t, x), True, state.top)
        return replace(moving, phase=Phase.TOP, excursion=None, up=sample), done
    peak_t, peak = excursion.peak
    risen = peak - excursion.low[1]
    half = max(HALF_WAY_BACK * (state.top - excursion.low[1]), SEEN_DESCENT)
    back = risen >= half and came_up(excursion, peak_t)
    if back and x < peak - TURN and sinks_again(excursion, sample):
        done = finish(excursion, (peak_t, peak), False, state.top)
        since = tuple(s for s in excursion.samples if s[0] >= peak_t)
        again = Excursion(since, peak, (t, x), (t, x))
        return replace(moving, phase=Phase.DESCENT, excursion=again), done
    stalled = stays and x > state.top - 2 * LEAVES * span
    if back and stalled and must_reach is None:
        done = finish(excursion, (peak_t, peak), False, state.top)
        return replace(
            moving, phase=Phase.TOP, excursion=None, up=sample, top=max(peak, cycle.top_as_angle[0])
        ), done
    return moving, None


def close_cycle(state: CycleState) -> Movement | None:
    """The movement that the end of the recording cuts off, if it was nearly half-way back."""
    excursion = state.excursion
    if excursion is None:
        return None
    risen = excursion.peak[1] - excursion.low[1]
    if risen < max(NEARLY_HALF * (state.top - excursion.low[1]), SEEN_DESCENT):
        return None
    return replace(finish(excursion, excursion.peak, False, state.top), cut=True)
