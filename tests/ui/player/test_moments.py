"""Moments worth seeing: where a fault was worst, and where the same was done well."""

from __future__ import annotations

import pytest

from coach.motion.curves import curves
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Evidence, FaultSpan, HeldTime, Rep, View
from coach.ui.player.moments import marks, pairs
from exercises import find
from tests.history.figures import golden

SQUAT, PLANK = find("squat"), find("plank")


def chest(value: float, t: float, judged: bool = True) -> dict[str, Evidence]:
    found = Evidence("chest_falling", value, None, 50.0, "deg", t, View.LEFT, 0.9, judged)
    return {"chest_falling": found}


def rep(number: int, start: float, value: float, t: float, score: int = 100, judged: bool = True):
    """Two seconds down, one up; beyond 50 degrees it is a fault."""
    faults = ("chest_falling",) if value > 50 else ()
    return Rep(
        number, start, start + 2, start + 3, 1.0, faults, chest(value, t, judged), score=score
    )


def report(*reps: Rep, **fields) -> Report:
    return Report("squat", "beginner", 60.0, reps, **fields)


def pair(*reps: Rep):
    found = report(*reps)
    return pairs(SQUAT, found, marks(found, ()))[0]


def test_the_worst_of_several_is_shown():
    found = pair(rep(1, 0, 55, 1.0), rep(2, 10, 63, 11.0), rep(3, 20, 58, 21.0))
    assert found.mark.worst_s == 11.0


@pytest.mark.parametrize(
    ("worst_s", "same_s"),
    [
        pytest.param(11.0, 1.0, id="half-way down"),
        pytest.param(12.0, 2.0, id="at the bottom"),
        pytest.param(12.5, 2.5, id="half-way up"),
        pytest.param(14.0, 1.3, id="outside of a rep: where the good one was judged"),
    ],
)
def test_beside_it_the_same_phase_of_a_rep_without_it(worst_s, same_s):
    found = pair(rep(1, 0, 40, 1.3), rep(2, 10, 60, worst_s))
    assert (found.good_s, found.number) == (pytest.approx(same_s), 1)


def test_of_several_good_ones_the_one_with_the_best_score():
    found = pair(rep(1, 0, 40, 1, 80), rep(2, 10, 60, 11), rep(3, 20, 45, 21, 95))
    assert found.number == 3


def test_a_rep_that_was_not_judged_by_the_rule_is_no_example_of_it():
    found = pair(rep(1, 0, 40, 1, judged=False), rep(2, 10, 60, 11))
    assert (found.good_s, found.number) == (None, None)


def test_a_fault_that_lasted_is_marked_once_with_its_worst_moment():
    lasted = report(rep(1, 0, 60, 1.2), faults=(FaultSpan("chest_falling", 0.9, 1.6),))
    (mark,) = marks(lasted, ())
    assert (mark.start_s, mark.worst_s, mark.end_s) == (0.9, 1.2, 1.6)


def test_an_attempt_is_marked_where_its_reason_was_measured():
    tried = Attempt("chest_falling", 5, 6, 7, 0.8, chest(70, 6.2))
    (mark,) = marks(report(attempts=(tried,)), ())
    assert mark.worst_s == 6.2


def test_rules_come_in_their_order_and_no_more_than_asked():
    shallow = Evidence("shallow", 105.0, None, 95.0, "deg", 2.0, View.LEFT, 0.9)
    both = Rep(1, 0, 2, 3, 0.8, ("shallow", "chest_falling"), {**chest(60, 1), "shallow": shallow})
    found = marks(report(both), ())
    assert [each.mark.rule for each in pairs(SQUAT, report(both), found)] == [
        "chest_falling",
        "shallow",
    ]
    assert len(pairs(SQUAT, report(both), found, most=1)) == 1


def test_of_a_hold_the_curve_tells_when_a_fault_was_worst():
    track, held = golden("plank_side_16s")
    drawn = curves(track, PLANK, held)
    line = next(each for each in drawn if "hips_piked" in each.rules)
    span = FaultSpan("hips_piked", 5.0, 9.0)
    inside = [(v, t) for t, v in zip(line.t, line.values, strict=True) if 5.0 <= t <= 9.0]
    broken = Report(
        "plank", "beginner", 16.0, holds=(HeldTime(0.0, 5.0), HeldTime(9.0, 16.0)), faults=(span,)
    )
    found = marks(broken, drawn)
    assert found[0].worst_s == max(inside)[1]
    assert pairs(PLANK, broken, found)[0].good_s == 12.5, "the middle of the longest hold"
