"""Personal bests."""

from __future__ import annotations

from coach.history.bests import Best, bests
from coach.history.sets import Sets
from tests.history.figures import held, summary


def found(*sets):
    return {(best.exercise, best.kind): best for best in bests(Sets.of(sets))}


def test_each_exercise_has_its_own_bests():
    best = found(summary(0, reps=8), summary(1, reps=12), held(2, 40.0), held(3, 30.0))
    assert best["squat", Best.REPS].value == 12
    assert best["plank", Best.HOLD].value == 40.0
    assert ("plank", Best.REPS) not in best
    assert ("squat", Best.HOLD) not in best


def test_one_good_rep_is_no_good_set():
    best = found(summary(0, reps=1, score=100, range_of_motion=1.4), summary(1, score=80))
    assert best["squat", Best.SCORE].value == 80
    assert best["squat", Best.DEPTH].value == 1.0


def test_of_equals_the_first_stands():
    best = found(summary(4, reps=12), summary(2, reps=12))
    assert best["squat", Best.REPS].summary.started_at.day == 4


def test_nothing_done_is_no_best():
    assert found(summary(0, reps=0, attempts=3, score=None)) == {}
    assert found() == {}
