"""An exercise's own words for the person who reads them: in their language where it has them, by
key, else as they stand in the exercise's file. Every point of a score has a name. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from coach.motion.exercise import Exercise
from coach.motion.snapshot import Cue, Rep
from coach.texts import is_known, say, say_own


def exercise_texts(exercise: Exercise) -> Mapping[str, str]:
    """Everything that an exercise says, by the key under which a language may say it otherwise.

    >>> from exercises import registry
    >>> exercise_texts(registry()["squat"])["squat.title"]
    'Squat'
    """
    key = exercise.key
    texts = {
        f"{key}.title": exercise.title,
        f"{key}.summary": exercise.summary,
        f"{key}.how_to_stand": exercise.how_to_stand,
    }
    for rule in exercise.rules:
        texts |= {
            f"{key}.{rule.key}": rule.cue,
            f"{key}.{rule.key}.title": rule.title,
            f"{key}.{rule.key}.corrected": rule.corrected,
        }
    texts |= {f"{key}.reason.{reason}": text for reason, text in exercise.why_not.items()}
    texts |= {f"{key}.ask.{ask}": text for ask, text in exercise.asks.items()}
    return texts | {f"{key}.phase.{phase.value}": w for phase, w in exercise.phase_words.items()}


def exercise_title(exercise: Exercise) -> str:
    """What it is called."""
    return say_own(f"{exercise.key}.title", exercise.title)


def exercise_summary(exercise: Exercise) -> str:
    """What it is, in a sentence."""
    return say_own(f"{exercise.key}.summary", exercise.summary)


def how_to_stand(exercise: Exercise) -> str:
    """Where to stand, or lie, before the camera."""
    return say_own(f"{exercise.key}.how_to_stand", exercise.how_to_stand)


def rule_title(exercise: Exercise, key: str) -> str:
    """The name of a fault or a deduction: the exercise's own words, else the common ones, else the
    key itself, readable."""
    try:
        return say_own(f"{exercise.key}.{key}.title", exercise.rule(key).title)
    except KeyError:
        pass
    for text in (f"reason.{key}", f"score.{key}"):
        if is_known(text):
            return say(text)
    return key.replace("_", " ").capitalize()


def rule_cue(exercise: Exercise, key: str) -> str:
    """What is said when a rule is broken. Raises KeyError where the exercise has no such rule."""
    return say_own(f"{exercise.key}.{key}", exercise.rule(key).cue)


def reason_title(exercise: Exercise, key: str) -> str:
    """Why an attempt did not count."""
    own = exercise.why_not.get(key)
    return say_own(f"{exercise.key}.reason.{key}", own) if own else rule_title(exercise, key)


def cue_words(cue: Cue) -> str:
    """What a cue says."""
    return say_own(cue.key, cue.text or cue.key)


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
