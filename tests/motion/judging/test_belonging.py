"""Whose a fault is: a rep's, a try's, or nobody's."""

from __future__ import annotations

import pytest

from coach.motion.judging.belonging import spans_of_movements
from coach.motion.snapshot import Attempt, FaultSpan, Rep

REPS = (
    Rep(1, 2.0, 3.0, 4.0, 1.0, faults=("sagging",)),
    Rep(2, 6.0, 7.0, 8.0, 1.0),
)
TRIES = (Attempt("shallow", 10.0, 11.0, 12.0, 0.5), Attempt("one_side", 14.0, 15.0, 16.0, 0.5))
RULES = frozenset({"sagging", "shallow"})


@pytest.mark.parametrize(
    ("start", "end", "belongs", "what"),
    [
        (0.5, 1.5, False, "before the first movement"),
        (0.5, 2.5, True, "it lasts into a rep that has it"),
        (2.5, 3.0, True, "in a rep that has it"),
        (4.5, 5.0, True, "at the top of a rep that has it"),
        (6.5, 7.0, False, "in a rep that has it not"),
        (3.5, 6.5, True, "from one into the other"),
        (10.5, 11.0, True, "in a try at one"),
        (12.5, 13.0, False, "after a try"),
        (14.5, 15.0, False, "in another movement"),
        (20.0, 25.0, False, "long after the last"),
    ],
)
def test_whose_a_fault_is(start: float, end: float, belongs: bool, what: str) -> None:
    span = FaultSpan("sagging", start, end)
    assert spans_of_movements([span], REPS, TRIES, RULES) == ((span,) if belongs else ()), what


def test_without_a_movement_there_is_no_fault() -> None:
    assert spans_of_movements([FaultSpan("sagging", 1.0, 2.0)], (), (), RULES) == ()
