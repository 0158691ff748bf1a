"""What a request may choose, read from its fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from coach.jobs.values import Options
from coach.motion.exercise import BEGINNER, LEVELS
from coach.texts import say
from coach.vision import model_store
from coach.web.problems import ProblemError

_WORDS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def one_of(fields: Mapping[str, str], name: str, known: Collection[str], usual: str = "") -> str:
    """The field's value, one of those known; `usual` where it is not sent. Raises ProblemError."""
    value = fields.get(name, usual)
    if value not in known:
        raise ProblemError(422, say("api.one_of", name=name, known=", ".join(known)))
    return value


def model_of(fields: Mapping[str, str]) -> str:
    """The pose model. Raises ProblemError."""
    return one_of(fields, "model", model_store.MODELS, model_store.DEFAULT)


def options_of(fields: Mapping[str, str], exercises: Collection[str]) -> Options:
    """How a video is to be analysed. Raises ProblemError.

    Only where the landmarks are asked for is every picture looked at, as on the command line.
    """
    return Options(
        exercise=one_of(fields, "exercise", exercises),
        level=one_of(fields, "level", LEVELS, BEGINNER),
        model=model_of(fields),
        video=_yes(fields, "annotated"),
        landmarks=_yes(fields, "landmarks"),
    )


def _yes(fields: Mapping[str, str], name: str) -> bool:
    word = fields.get(name, "false").strip().lower()
    if word not in _WORDS:
        raise ProblemError(422, say("api.one_of", name=name, known="true, false"))
    return _WORDS[word]
