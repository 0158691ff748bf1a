"""Every exercise file is whole: keys, words, limits and the sources of its numbers."""

from __future__ import annotations

import re

import pytest

from coach.motion.engine import Engine
from coach.motion.exercise import (
    LEVELS,
    RESTED,
    Condition,
    Cycle,
    Exercise,
    Extreme,
    Fault,
    FieldTrial,
    Hold,
)
from coach.motion.gate import SHOW
from coach.motion.judging.score import RANGE, SMOOTHNESS, SYMMETRY, TEMPO
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
def test_an_exercise_says_on_whom_it_was_tried(exercise: Exercise) -> None:
    tried = exercise.tried_on
    assert 0 < tried.people <= tried.clips
    assert 0 <= tried.right <= tried.clips


@pytest.mark.parametrize(
    ("people", "right", "proven", "what"),
    [
        (5, 20, False, "fewer than six may share what is odd in one of them"),
        (6, 17, True, "six are enough"),
        (9, 16, False, "what is wrong in one of five is not proven by many"),
    ],
)
def test_few_people_prove_nothing_nor_do_wrong_counts(
    people: int, right: int, proven: bool, what: str
) -> None:
    assert FieldTrial(people, 20, right).proven is proven, what


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


@every_fault
def test_a_fault_is_said_soon_and_in_a_unit(exercise: Exercise, fault: Fault) -> None:
    assert 0.1 <= fault.persist_s <= 1
    assert fault.baseline_within[0] < fault.baseline_within[1]
    assert fault.measure.unit in {"deg", "ratio", "m"}


@every_exercise
def test_words_for_what_does_not_count_are_short(exercise: Exercise) -> None:
    assert all(0 < len(text) <= LONGEST_CUE for text in exercise.why_not.values())
    if isinstance(exercise.goal, Hold):
        assert 0 < exercise.goal.grace_s <= 2


@every_exercise
def test_each_joint_that_must_be_seen_can_be_asked_for(exercise: Exercise) -> None:
    assert set(exercise.sees) <= SHOW.keys()


@every_exercise
def test_everything_that_is_asked_has_words(exercise: Exercise) -> None:
    asks = {position.ask for position in exercise.positions} | {exercise.best_view_ask}
    for ask in asks - {""}:
        assert 0 < len(say(f"gate.{ask}")) <= LONGEST_CUE


@pytest.mark.parametrize("key", [RANGE, TEMPO, SMOOTHNESS, SYMMETRY])
def test_points_lost_without_a_fault_have_words(key: str) -> None:
    assert say(f"score.{key}")


@every_exercise
@pytest.mark.parametrize("level", LEVELS)
def test_an_engine_can_be_made_of_it(exercise: Exercise, level: str) -> None:
    snapshot = Engine(exercise, level).finish()
    assert (snapshot.exercise, snapshot.level, snapshot.reps) == (exercise.key, level, ())
