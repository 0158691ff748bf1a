"""Every exercise file is whole: keys, words, limits and the sources of its numbers."""

from __future__ import annotations

import re

import pytest

from coach.motion.engine import Engine
from coach.motion.exercise import (
    BEGINNER,
    EVERY_VIEW,
    LEVELS,
    STRICT,
    Condition,
    Cycle,
    Exercise,
    Extreme,
    Fault,
    Hold,
    Limit,
)
from coach.motion.judging.judge import RESTED
from coach.motion.judging.score import RANGE, SMOOTHNESS, SYMMETRY, TEMPO
from coach.motion.snapshot import Phase
from coach.texts import say
from exercises import registry

EXERCISES = list(registry().values())
RULES = [(exercise, rule) for exercise in EXERCISES for rule in exercise.rules]
FAULTS = [(exercise, rule) for exercise, rule in RULES if isinstance(rule, Fault)]
CYCLES = [(e, e.goal) for e in EXERCISES if isinstance(e.goal, Cycle)]
CONDITIONS = [(e, condition) for e, goal in CYCLES for condition in goal.conditions]

# What is drawn in the picture must be read from three metres, in a moment.
LONGEST_CUE = 40


def name(value: object) -> str:
    return getattr(value, "key", None) or getattr(value, "reason", "goal")


every_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=name)
every_rule = pytest.mark.parametrize(("exercise", "rule"), RULES, ids=name)
every_fault = pytest.mark.parametrize(("exercise", "fault"), FAULTS, ids=name)
every_cycle = pytest.mark.parametrize(("exercise", "goal"), CYCLES, ids=name)


@every_exercise
def test_an_exercise_says_what_it_is_and_how_to_stand(exercise: Exercise) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", exercise.key)
    for text in (exercise.title, exercise.summary, exercise.how_to_stand):
        assert text
        assert text == text.strip()
    assert exercise.summary.endswith(".")
    assert exercise.how_to_stand.endswith(".")
    assert len(exercise.summary) <= 100
    assert len(exercise.how_to_stand) <= 100


@every_exercise
def test_every_key_names_one_rule(exercise: Exercise) -> None:
    keys = [rule.key for rule in exercise.rules]
    assert len(keys) == len(set(keys))
    assert not {RANGE, TEMPO, SMOOTHNESS, SYMMETRY, RESTED} & set(keys), "these mean something else"
    for key in keys:
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", key)
        assert exercise.rule(key).key == key
    with pytest.raises(KeyError, match="no_such_rule"):
        exercise.rule("no_such_rule")


@every_rule
def test_a_rule_has_short_words_and_a_source(exercise: Exercise, rule: Fault | Extreme) -> None:
    for text in (rule.title, rule.cue, rule.corrected):
        assert 0 < len(text) <= LONGEST_CUE
        assert text[0].isupper()
        assert not text.endswith(".")
    assert len(rule.source) > 30, "a number without a source is a guess"
    assert rule.source.endswith(".")
    assert rule.points_lost > 0
    assert rule.spoils_rep <= set(LEVELS)
    assert rule.views, "a rule that no view shows is no rule"


@pytest.mark.parametrize(("exercise", "condition"), CONDITIONS, ids=name)
def test_a_condition_has_a_source(exercise: Exercise, condition: Condition) -> None:
    assert len(condition.source) > 30
    assert condition.source.endswith(".")


def not_stricter(limit: Limit | None, sign: int) -> bool:
    return limit is not None and sign * limit.at(STRICT) > sign * limit.at(BEGINNER)


@every_fault
def test_a_fault_can_be_entered_and_left(exercise: Exercise, fault: Fault) -> None:
    limits = (fault.low, fault.high)
    assert any(limit is not None for limit in limits)
    assert not not_stricter(fault.high, 1), "strict allows no more than beginner"
    assert not not_stricter(fault.low, -1)
    if fault.low and fault.high:
        for level in LEVELS:
            assert fault.low.at(level) < fault.high.at(level)
    assert fault.margin >= 0
    assert 0.1 <= fault.persist_s <= 1
    assert fault.phases
    assert fault.baseline_within[0] < fault.baseline_within[1]
    assert set(fault.suppressed_by) <= {rule.key for rule in exercise.faults} - {fault.key}
    assert fault.measure.unit in {"deg", "ratio", "m"}


@every_fault
def test_a_fault_is_judged_where_its_exercise_goes(exercise: Exercise, fault: Fault) -> None:
    if isinstance(exercise.goal, Hold):
        assert fault.phases <= {Phase.HOLD, Phase.BROKEN}
    else:
        assert fault.phases <= {Phase.TOP, Phase.DESCENT, Phase.BOTTOM, Phase.ASCENT}


@every_cycle
def test_the_angles_of_a_movement_lie_in_order(exercise: Exercise, goal: Cycle) -> None:
    for level in LEVELS:
        target, counts_at = goal.target.at(level), goal.counts_at.at(level)
        assert target <= goal.depth.limit.at(level) <= counts_at < goal.top[0] < goal.top[1]
        assert counts_at < goal.lockout.limit.at(level) < goal.top[1]
        assert counts_at < goal.locks_at < goal.top[1]
    for limit in (goal.target, goal.counts_at, goal.depth.limit):
        assert limit.strict <= limit.beginner, "strict is deeper"
    assert goal.lockout.limit.strict >= goal.lockout.limit.beginner, "strict is straighter"


@every_cycle
def test_whatever_does_not_count_has_words(exercise: Exercise, goal: Cycle) -> None:
    spoiling = {rule.key for rule in exercise.rules if rule.spoils_rep}
    reasons = {RESTED, goal.depth.key, *spoiling, *(c.reason for c in goal.conditions)}
    assert set(exercise.reasons) == reasons, "each with words, and no words for nothing"
    for text in exercise.reasons.values():
        assert 0 < len(text) <= LONGEST_CUE


@every_exercise
def test_whatever_breaks_a_hold_is_one_of_its_faults(exercise: Exercise) -> None:
    if isinstance(exercise.goal, Hold):
        assert exercise.goal.broken_by
        assert set(exercise.goal.broken_by) <= {fault.key for fault in exercise.faults}
        assert 0 < exercise.goal.grace_s <= 2


@every_exercise
def test_everything_that_is_asked_has_words(exercise: Exercise) -> None:
    asks = {position.ask for position in exercise.positions} | {exercise.best_view_ask}
    for ask in asks - {""}:
        assert 0 < len(say(f"gate.{ask}")) <= LONGEST_CUE


@every_exercise
def test_a_best_view_that_is_asked_for_is_not_every_view(exercise: Exercise) -> None:
    assert bool(exercise.best_view_ask) == (exercise.best_views != EVERY_VIEW)
    assert exercise.best_views


@pytest.mark.parametrize("key", [RANGE, TEMPO, SMOOTHNESS, SYMMETRY])
def test_points_lost_without_a_fault_have_words(key: str) -> None:
    assert say(f"score.{key}")


@every_exercise
@pytest.mark.parametrize("level", LEVELS)
def test_an_engine_can_be_made_of_it(exercise: Exercise, level: str) -> None:
    snapshot = Engine(exercise, level).finish()
    assert (snapshot.exercise, snapshot.level, snapshot.reps) == (exercise.key, level, ())
