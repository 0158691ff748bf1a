"""Every point that a rep lost has a name, wherever its score stands."""

from __future__ import annotations

import pytest

from coach.analysis.exercise_words import deductions_text, lost_titles
from coach.motion.exercise import Exercise
from coach.motion.judging.score import RANGE, SMOOTHNESS, SYMMETRY, TEMPO
from coach.motion.snapshot import Rep
from coach.texts.en import TEXTS
from exercises import find, registry


@pytest.mark.parametrize("key", [RANGE, TEMPO, SMOOTHNESS, SYMMETRY])
def test_what_costs_points_without_being_a_fault_has_words(key: str) -> None:
    assert f"score.{key}" in TEXTS


@pytest.mark.parametrize("exercise", registry().values(), ids=lambda exercise: exercise.key)
def test_every_rule_that_takes_points_is_named_with_them(exercise: Exercise) -> None:
    for rule in exercise.rules:
        rep = Rep(1, 0, 1, 2, 1.0, (rule.key,), deductions=((rule.key, rule.points_lost),))
        assert lost_titles(exercise, rep) == (f"{rule.title} (-{rule.points_lost})",)


@pytest.mark.parametrize(
    ("faults", "deductions", "titles", "what"),
    [
        ((), (), (), "nothing is lost"),
        ((), (("tempo", 10),), ("Too quick down (-10)",), "no fault, but points"),
        (
            ("shallow",),
            (("tempo", 10), ("shallow", 20)),
            ("Shallow (-20)", "Too quick down (-10)"),
            "faults first",
        ),
        (("shallow",), (), ("Shallow",), "a fault of an import that names no points"),
    ],
)
def test_what_a_rep_lost_points_for(
    faults: tuple[str, ...],
    deductions: tuple[tuple[str, int], ...],
    titles: tuple[str, ...],
    what: str,
) -> None:
    rep = Rep(1, 0, 1, 2, 1.0, faults, deductions=deductions)
    assert lost_titles(find("squat"), rep) == titles, what


def test_deductions_in_a_table() -> None:
    assert deductions_text((("shallow", 20), ("tempo", 10))) == "shallow:20 tempo:10"
    assert deductions_text(()) == ""
