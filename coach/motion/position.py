"""Whether the person is in the posture in which this exercise happens at all. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan

from coach.motion.body import Body
from coach.motion.exercise import Position


@dataclass(frozen=True)
class PositionState:
    """held: in position at this moment. lost: out of it for too long, or never in it.
    ask: key of what to tell the person, of the first posture that fails."""

    held: bool = False
    lost: bool = True
    since: float = nan
    ask: str = ""


def advance_positions(
    positions: tuple[Position, ...], state: PositionState, body: Body
) -> PositionState:
    """The postures after one more body; a posture that cannot be seen is neither held nor lost."""
    for position in positions:
        reading = position.measure.read(body)
        if isnan(reading.value) or reading.visibility < position.visible:
            return PositionState(False, state.lost, state.since, position.ask)
        if not position.low <= reading.value <= position.high:
            since = body.t if isnan(state.since) else state.since
            lost = state.lost or body.t - since >= position.leave_s
            return PositionState(False, lost, since, position.ask)
    return PositionState(True, False)
