"""Whether the person is in the posture in which this exercise happens at all. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan

from coach.motion.exercise import Position
from coach.motion.fast_replace import replace
from coach.motion.readings import Readings


@dataclass(frozen=True)
class PositionState:
    """Which postures the person is in."""

    held: bool = False
    """In position at this moment."""
    lost: bool = True
    """Out of it for too long, or never in it."""
    since: float = nan
    """Since when the person is out of it, in seconds; NaN in position."""
    out_rate: float = 0.0
    """One over the seconds that may be spent out of the missing posture; 0 in position."""
    ask: str = ""
    """Key of what to tell the person, of the first posture that fails."""


def advance_positions(
    positions: tuple[Position, ...], state: PositionState, readings: Readings
) -> PositionState:
    """The postures after one more body; a posture that cannot be seen is neither held nor lost."""
    t = readings.body.t
    for position in positions:
        value = readings[position.measure].at(position.visible)
        if isnan(value):
            return replace(state, held=False, out_rate=0.0, ask=position.ask)
        if not position.low <= value <= position.high:
            since = t if isnan(state.since) else state.since
            lost = state.lost or t - since >= position.leave_s
            return PositionState(False, lost, since, 1 / position.leave_s, position.ask)
    return PositionState(True, False)
