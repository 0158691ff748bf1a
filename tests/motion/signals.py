"""The squat's counting, followed along an angle over time."""

from __future__ import annotations

from collections.abc import Callable
from math import nan

from coach.motion.counting.cycle import CycleState, advance_cycle
from coach.motion.counting.excursion import Movement
from coach.motion.exercise import Cycle
from exercises import find
from tests.motion.figures import times

SQUAT = find("squat").goal
assert isinstance(SQUAT, Cycle)
TARGET = 85.0
Signal = Callable[[float], float]


def unseen(_: float) -> float:
    """A body whose height nobody knows."""
    return nan


def follow(
    signal: Signal,
    seconds: float,
    fps: float = 30.0,
    must_reach: float | None = None,
    height: Signal = unseen,
) -> tuple[CycleState, list[Movement]]:
    """The state at the end, and every movement that was finished."""
    state, done = CycleState(), []
    for t in times(seconds, fps):
        x = signal(t)
        state, movement = advance_cycle(SQUAT, TARGET, must_reach, state, (t, x, height(t)))
        done += [movement] if movement else []
    return state, done
