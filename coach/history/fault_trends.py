"""Whether a fault becomes rarer or more frequent, said only where it is more than chance. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import sqrt

import numpy as np

from coach.history.sets import Ints, Sets
from coach.motion.exercise import Exercise, Hold

# Fewer than these, in either half of the time, tell nothing.
LEAST_REPS = 30
LEAST_SETS = 4
# Several rules are looked at side by side, so that one in a hundred false alarms is enough.
SURE = 2.58


class Change(Enum):
    """What became of a fault. UNKNOWN: too few reps to say. SAME: no more than chance explains."""

    RARER = "rarer"
    MORE = "more"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class FaultTrend:
    """A fault in the earlier and the later half of the sets in which its rule could be judged."""

    rule: str
    before: float
    now: float
    """The share of reps that had it (of a hold, how often it began in a minute in form); NaN where
    nothing was judged."""
    reps: float
    """How many were judged, of a hold seconds in form."""
    change: Change


def fault_trends(sets: Sets, exercise: Exercise) -> tuple[FaultTrend, ...]:
    """Every rule that was broken at least once, the most frequent now first.

    Sets of other exercises are passed over, and so are those that were filmed from where a rule
    cannot be seen: they would make every fault look rare.
    """
    these = sets.chosen(exercise=exercise.key)
    found = []
    for rule in exercise.rules:
        counts = these.faults.get(rule.key)
        if counts is None or not counts.any():
            continue
        seen = np.isin(these.view, [view.value for view in rule.views])
        judged = these.where(seen & (_amount(these, exercise) > 0))
        if judged.faults[rule.key].any():
            found.append(_compare(rule.key, judged, exercise))
    return tuple(sorted(found, key=lambda each: -each.now))


def _amount(sets: Sets, exercise: Exercise) -> Ints:
    """What a fault's number is shared by: reps, or whole seconds in form."""
    return sets.hold_s.astype(np.int64) if isinstance(exercise.goal, Hold) else sets.reps


def _compare(rule: str, sets: Sets, exercise: Exercise) -> FaultTrend:
    counts, amounts = sets.faults[rule], _amount(sets, exercise)
    half = _half(amounts)
    unit = 60.0 if isinstance(exercise.goal, Hold) else 1.0
    before, before_error = _rate(counts[:half], amounts[:half])
    now, now_error = _rate(counts[half:], amounts[half:])
    enough = all(
        part.sum() >= LEAST_REPS and len(part) >= LEAST_SETS
        for part in (amounts[:half], amounts[half:])
    )
    change = Change.UNKNOWN
    if enough:
        difference = now - before
        sure = abs(difference) > SURE * sqrt(before_error**2 + now_error**2)
        change = (Change.MORE if difference > 0 else Change.RARER) if sure else Change.SAME
    return FaultTrend(rule, before * unit, now * unit, float(amounts.sum()), change)


def _half(amounts: Ints) -> int:
    """The first row of the later half, by what was done and not by the calendar."""
    done = np.cumsum(amounts)
    return int(np.searchsorted(done, done[-1] / 2, side="left")) + 1 if len(done) > 1 else 0


def _rate(counts: Ints, amounts: Ints) -> tuple[float, float]:
    """The share and its standard error.

    Reps of one set resemble each other, so that sets are the sample (a ratio estimate); chance
    among single reps is the least that is believed, since few sets can agree by accident.
    """
    total = float(amounts.sum())
    if total == 0:
        return float("nan"), float("nan")
    rate = float(counts.sum()) / total
    n = len(counts)
    between = 0.0
    if n > 1:
        off = counts - rate * amounts
        between = sqrt(float((off**2).sum()) * n / (n - 1)) / total
    # One more and one less: a share of none or of all has an error, too.
    smooth = min((float(counts.sum()) + 1) / (total + 2), 1.0)
    return rate, max(between, sqrt(smooth * (1 - smooth) / total))
