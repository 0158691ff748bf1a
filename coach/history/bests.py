"""Personal bests, exercise by exercise. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from coach.history.sets import Floats, Sets
from coach.records.values import SetSummary

# One good rep is no good set.
REPS_FOR_A_SCORE = 5


class Best(Enum):
    """What one can be best in."""

    REPS = "reps"
    HOLD = "hold"
    SCORE = "score"
    DEPTH = "depth"


@dataclass(frozen=True)
class PersonalBest:
    """The best of one kind in an exercise; of equals the first, which was the hardest to reach."""

    exercise: str
    kind: Best
    value: float
    summary: SetSummary


def bests(sets: Sets) -> tuple[PersonalBest, ...]:
    """Each exercise's bests, exercises in the order of their names."""
    found = []
    for exercise in sorted(set(sets.exercise.tolist())):
        these = sets.chosen(exercise=exercise)
        for kind in Best:
            values = _values(these, kind)
            if values.max(initial=0.0) > 0:
                i = int(values.argmax())
                found.append(PersonalBest(exercise, kind, float(values[i]), these.summaries[i]))
    return tuple(found)


def _values(sets: Sets, kind: Best) -> Floats:
    """The numbers to compare, 0 where a set is out of the running."""
    if kind is Best.REPS:
        return sets.reps.astype(np.float64)
    if kind is Best.HOLD:
        return sets.longest_hold_s
    values = sets.score if kind is Best.SCORE else sets.range_of_motion
    return np.where(sets.reps >= REPS_FOR_A_SCORE, np.nan_to_num(values), 0.0)
