"""The words of a manifest, mapped in one place."""

from __future__ import annotations

import pytest

from coach.evaluation.words import RULES, ViewClass, rule_for, view_class
from exercises import find, registry


@pytest.mark.parametrize(
    ("text", "view"),
    [
        pytest.param("side, facing image left", ViewClass.SIDE, id="side"),
        pytest.param("front (head to camera)", ViewClass.FRONT, id="front"),
        pytest.param("45deg front, facing image right", ViewClass.OBLIQUE, id="half turned"),
        pytest.param("front -> 45deg", ViewClass.OBLIQUE, id="half turned for a part"),
        pytest.param("Oblique", ViewClass.OBLIQUE, id="by its name, in any case"),
        pytest.param("front 0-8 s, side 9-26 s", ViewClass.FRONT, id="the first of two"),
        pytest.param("side facing left + front", ViewClass.SIDE, id="the first of two, reversed"),
        pytest.param("from the back", ViewClass.FRONT, id="the back shows the frontal plane"),
        pytest.param("at 1450 mm", ViewClass.UNKNOWN, id="a 45 inside a number is no angle"),
        pytest.param("outside", ViewClass.UNKNOWN, id="a word that only ends in side"),
        pytest.param("", ViewClass.UNKNOWN, id="nothing said"),
    ],
)
def test_a_view_in_free_words_has_a_class(text: str, view: ViewClass) -> None:
    assert view_class(text) is view


@pytest.mark.parametrize(
    ("word", "exercise", "rule"),
    [
        pytest.param("hip_sag", "push_up", "hips_sagging", id="one rule"),
        pytest.param("hip_sag", "plank", "hips_sagging", id="the same in another exercise"),
        pytest.param("hip_sag", "squat", None, id="an exercise without that rule"),
        pytest.param("incomplete_lockout", "squat", "not_standing_up_fully", id="of knees"),
        pytest.param("incomplete_lockout", "push_up", "arms_not_locked_out", id="of elbows"),
        pytest.param("shallow_depth", "squat", "shallow", id="an extreme of a whole rep"),
        pytest.param("chest_falling", "squat", "chest_falling", id="a rule's own key"),
        pytest.param("head_up", "push_up", None, id="a word without a rule"),
    ],
)
def test_a_fault_by_eye_has_a_rule_or_none(word: str, exercise: str, rule: str | None) -> None:
    assert rule_for(word, find(exercise)) == rule


def test_every_word_means_a_rule_of_some_exercise() -> None:
    """A rule that is renamed must not silently lose its labels."""
    keys = {rule.key for exercise in registry().values() for rule in exercise.rules}
    assert {word: set(rules) - keys for word, rules in RULES.items() if set(rules) - keys} == {}
