"""A posture kept over time: the timer runs only in form, with some grace. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

from coach.motion.exercise import Hold
from coach.motion.fast_replace import replace
from coach.motion.snapshot import HeldTime as HeldTime
from coach.motion.snapshot import Phase

# A posture must be seen this long before it is a hold: getting into it passes through it.
SETTLE_S = 0.3
# A single lost picture is no reason to settle anew.
BLINK_S = 0.15
# A person who passes through the posture for a moment did not hold it.
SHORTEST_S = 2.0


@dataclass(frozen=True)
class HoldState:
    """Seconds: since when the form is good, when it was last good, the holds done, the phase."""

    phase: Phase = Phase.SETUP
    since: float = nan
    good_t: float = nan
    holds: tuple[HeldTime, ...] = ()
    held_s: float = 0.0
    last_t: float = nan

    def total_s(self) -> float:
        """Seconds in form, all holds together."""
        running = self.good_t - self.since if self.phase in (Phase.HOLD, Phase.BROKEN) else 0.0
        return self.held_s + running


def end_hold(state: HoldState, phase: Phase = Phase.SETUP) -> HoldState:
    """Close the hold in progress at the last moment in form."""
    if state.phase not in (Phase.HOLD, Phase.BROKEN):
        return replace(state, phase=phase, since=nan, good_t=nan)
    ended = replace(state, phase=phase, since=nan, good_t=nan)
    done = HeldTime(state.since, state.good_t)
    length = done.end_s - done.start_s
    if length < SHORTEST_S:
        return ended
    return replace(ended, holds=(*state.holds, done), held_s=state.held_s + length)


def advance_hold(goal: Hold, state: HoldState, t: float, in_form: bool) -> HoldState:
    """One moment at t seconds. Shorter breaks than the grace are forgiven and counted."""
    if t <= state.last_t:
        return state
    state = replace(state, last_t=t)
    if state.phase in (Phase.HOLD, Phase.BROKEN):
        # Also where no frame came for as long: nobody saw what happened meanwhile.
        if t - state.good_t > goal.grace_s:
            state = end_hold(state)
        elif in_form:
            return replace(state, phase=Phase.HOLD, good_t=t)
        else:
            return replace(state, phase=Phase.BROKEN)
    if not in_form:
        blinked = t - state.good_t <= BLINK_S
        return state if blinked else replace(state, phase=Phase.SETUP, since=nan, good_t=nan)
    since = state.since if t - state.good_t <= goal.grace_s else t
    phase = Phase.HOLD if t - since >= SETTLE_S else Phase.SETUP
    return replace(state, phase=phase, since=since, good_t=t)
