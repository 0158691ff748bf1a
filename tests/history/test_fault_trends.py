"""Rarer or more frequent, where chance does not explain it."""

from __future__ import annotations

import numpy as np
import pytest

from coach.history.fault_trends import Change, fault_trends
from coach.history.sets import Sets
from coach.motion.snapshot import View
from exercises import find
from tests.history.figures import held, summary

SQUAT, PLANK = find("squat"), find("plank")


def change(counts, reps=10, view=View.LEFT):
    sets = [
        summary(day, reps=reps, view=view, faults={"heels_lifting": count} if count else {})
        for day, count in enumerate(counts)
    ]
    (found,) = fault_trends(Sets.of(sets), SQUAT)
    return found


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        pytest.param([6, 5, 7, 6, 1, 0, 1, 1], Change.RARER, id="from most reps to few"),
        pytest.param([1, 0, 1, 1, 6, 5, 7, 6], Change.MORE, id="and the other way"),
        pytest.param([3, 2, 4, 3, 2, 3, 4, 3], Change.SAME, id="as before"),
        pytest.param([0, 10, 0, 10, 0, 0, 10, 0], Change.SAME, id="whole sets that differ wildly"),
        pytest.param([9, 0], Change.UNKNOWN, id="two sets are no trend"),
    ],
)
def test_what_became_of_a_fault(counts, told):
    assert change(counts).change is told


def test_few_reps_tell_nothing_however_many_sets():
    assert change([1, 1, 1, 1, 1, 0, 0, 0, 0, 0], reps=2).change is Change.UNKNOWN


def test_rates_are_of_the_reps_before_and_now():
    found = change([5, 5, 5, 5, 0, 0, 0, 0])
    assert (found.before, found.now, found.reps) == (0.5, 0.0, 80)


def test_sets_that_cannot_show_a_fault_do_not_make_it_rare():
    seen = [summary(day, faults={"heels_lifting": 5}) for day in range(8)]
    unseen = [summary(day, view=View.FRONT) for day in range(8, 40)]
    (found,) = fault_trends(Sets.of([*seen, *unseen]), SQUAT)
    assert (found.before, found.now) == (0.5, 0.5)
    assert found.change is Change.SAME


def test_a_hold_is_judged_by_the_minute():
    sets = [held(day, 60.0, faults={"hips_sagging": 3 if day < 4 else 0}) for day in range(8)]
    (found,) = fault_trends(Sets.of(sets), PLANK)
    assert (found.before, found.now, found.change) == (3.0, 0.0, Change.RARER)


def test_what_never_happened_and_other_exercises_are_passed_over():
    assert fault_trends(Sets.of([summary(), held(0, 30, faults={"hips_sagging": 1})]), SQUAT) == ()
    assert fault_trends(Sets.of([]), SQUAT) == ()


def test_chance_alone_seldom_makes_a_story():
    """Of 300 people who do not change, with 20 sets each, few are told that they did."""
    chance = np.random.default_rng(5)
    told = 0
    for _ in range(300):
        habit = chance.uniform(0.1, 0.6)
        counts = chance.binomial(10, habit, 20)
        counts[0] = max(counts[0], 1)
        told += change(counts.tolist()).change is not Change.SAME
    assert told <= 9
