"""An exercise that cannot be is refused where it is made, by a sentence that names the field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest

from coach.motion.exercise import (
    EVERY_VIEW,
    Cycle,
    Exercise,
    ExerciseError,
    Fault,
    Hold,
    Limit,
    Turns,
    Way,
)
from coach.motion.measure import Lead, StepLength
from coach.motion.snapshot import Phase
from exercises import registry

SQUAT, PLANK = registry()["squat"], registry()["plank"]
CYCLE = cast(Cycle, SQUAT.goal)
FAULT = next(fault for fault in SQUAT.faults if fault.high is not None and fault.low is None)


def cycle(**changes: object) -> Cycle:
    return replace(CYCLE, **changes)


def extreme(name: str, limit: Limit) -> Cycle:
    return cycle(**{name: replace(getattr(CYCLE, name), limit=limit)})


def fault(**changes: object) -> Fault:
    return replace(FAULT, **changes)


def squat(**changes: object) -> Exercise:
    return replace(SQUAT, **changes)


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: cycle(top=(176.0, 140.0)), "top"),
        (lambda: cycle(target=Limit(115.0, 115.0)), "target must not lie above depth"),
        (lambda: extreme("depth", Limit(130.0, 130.0)), "depth must not lie above counts_at"),
        (lambda: cycle(counts_at=Limit(150.0, 150.0)), "counts_at must lie below top"),
        (lambda: extreme("lockout", Limit(100.0, 100.0)), "below the lockout"),
        (lambda: extreme("lockout", Limit(179.0, 179.0)), "the lockout must lie below top"),
        (lambda: cycle(locks_at=90.0), "below locks_at"),
        (lambda: cycle(locks_at=179.0), "locks_at must lie below top"),
        (lambda: cycle(target=Limit(75.0, 85.0)), "target must be no higher for the strict"),
        (lambda: extreme("lockout", Limit(165.0, 155.0)), "lockout must be no lower"),
        (lambda: cycle(way=Way.RISES), "target must not lie below depth"),
        (lambda: cycle(error=0.0), "error"),
        (lambda: cycle(lockout=None), "locks_at must not be given"),
        (lambda: cycle(locks_at=None), "locks_at must be given"),
        (lambda: cycle(signal=StepLength()), "must have the signal's unit, ratio"),
        (lambda: cycle(height=None), "min_drop must have a height"),
        (lambda: cycle(leading=Lead(), turns=Turns.EACH), "leading must not be given"),
        (lambda: squat(asks={"fly": "Fly"}), "asks must name"),
        (lambda: squat(phase_words={Phase.HOLD: "Still"}), "phase_words must be of phases"),
        (lambda: fault(low=None, high=None), f"{FAULT.key}: low or high"),
        (lambda: fault(low=Limit(99.0, 99.0), high=Limit(50.0, 50.0)), "low must lie below high"),
        (lambda: fault(high=Limit(50.0, 60.0)), "high must be no higher"),
        (lambda: fault(low=Limit(20.0, 10.0), high=None), "low must be no lower"),
        (lambda: fault(phases=frozenset()), "phases"),
        (lambda: fault(views=frozenset()), "views"),
        (lambda: fault(margin=-1.0), "margin"),
        (lambda: squat(faults=(FAULT, FAULT)), "a key of its own"),
        (lambda: squat(faults=(fault(suppressed_by=("luck",)),)), "suppressed_by"),
        (lambda: squat(faults=(fault(suppressed_by=(FAULT.key,)),)), "suppressed_by"),
        (lambda: squat(faults=(fault(phases=frozenset({Phase.HOLD})),)), "phases of"),
        (lambda: squat(best_views=EVERY_VIEW, best_view_ask="turn_sideways"), "best_view_ask"),
        (lambda: squat(reasons={}), "reasons must have words for bent_forward"),
        (lambda: squat(phase_words={Phase.DESCENT: "Sink"}), "descent, bottom and ascent"),
        (lambda: squat(reasons={**SQUAT.reasons, "luck": "Bad luck"}), "and no others"),
        (lambda: replace(PLANK, goal=Hold(broken_by=())), "broken_by"),
        (lambda: replace(PLANK, goal=Hold(broken_by=("luck",))), "broken_by"),
    ],
)  # fmt: skip
def test_the_field_that_cannot_be_is_named(make: Callable[[], object], field: str) -> None:
    with pytest.raises(ExerciseError, match=field):
        make()


def test_what_is_there_can_be_made_again() -> None:
    for exercise in registry().values():
        assert replace(exercise) == exercise
