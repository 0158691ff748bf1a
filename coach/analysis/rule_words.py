"""What rules are called, and what a rep lost points for: every point has a name. Pure."""

from __future__ import annotations

from coach.motion.exercise import Exercise
from coach.motion.snapshot import Rep
from coach.texts import say
from coach.texts.en import TEXTS


def rule_title(exercise: Exercise, key: str) -> str:
    """The name of a fault or a deduction: the exercise's own words, else the common ones, else the
    key itself, readable."""
    try:
        return exercise.rule(key).title
    except KeyError:
        pass
    for text in (f"reason.{key}", f"score.{key}"):
        if text in TEXTS:
            return say(text)
    return key.replace("_", " ").capitalize()


def lost_titles(exercise: Exercise, rep: Rep) -> tuple[str, ...]:
    """Each fault and deduction of a rep by name, with the points that it took; none of a rep that
    kept all of them."""
    taken = dict(rep.deductions)
    keys = (*rep.faults, *(key for key in taken if key not in rep.faults))
    return tuple(
        say("score.lost", title=rule_title(exercise, key), points=taken[key])
        if key in taken
        else rule_title(exercise, key)
        for key in keys
    )


def deductions_text(deductions: tuple[tuple[str, int], ...]) -> str:
    """Deductions as a cell of a table: `key:points` with spaces between them."""
    return " ".join(f"{key}:{points}" for key, points in deductions)
