"""Two movements laid over each other in step: the moments of one that belong to those of the other.

Reps are matched by their phases (start, deepest point, end), and in between by the share of the
phase that is done, so that a slow rep and a quick one reach the bottom together. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coach.motion.snapshot import Attempt, Rep

# Two moments closer than this, in seconds, are one: a phase cannot be shorter than a frame.
LEAST_S = 0.02


@dataclass(frozen=True)
class Step:
    """One moment of two movements, in seconds of each."""

    t: float
    other_t: float


def in_step(reps: Sequence[Rep | Attempt], others: Sequence[Rep | Attempt]) -> tuple[Step, ...]:
    """Matching moments, rising in both: first rep with first, as far as both go.

    One rep each lays rep over rep; two whole sets are laid over each other rep by rep. Empty where
    one of them has no rep.
    """
    steps: list[Step] = []
    for rep, other in zip(reps, others, strict=False):
        moments = (rep.start_s, rep.bottom_s, rep.end_s)
        other_moments = (other.start_s, other.bottom_s, other.end_s)
        for t, other_t in zip(moments, other_moments, strict=True):
            # Where one rep ends in the moment in which the next begins there is one step, not two.
            late = not steps or (
                t - steps[-1].t >= LEAST_S and other_t - steps[-1].other_t >= LEAST_S
            )
            if late:
                steps.append(Step(t, other_t))
    return tuple(steps)


def other_time(steps: Sequence[Step], t: float) -> float:
    """The other's moment (s) at t: between two steps by the share that is done, before the first
    and after the last at the other's own pace. Raises ValueError without steps."""
    if not steps:
        raise ValueError("Without steps no moment belongs to another.")
    first, last = steps[0], steps[-1]
    if t <= first.t:
        return first.other_t + t - first.t
    if t >= last.t:
        return last.other_t + t - last.t
    return float(np.interp(t, [step.t for step in steps], [step.other_t for step in steps]))
