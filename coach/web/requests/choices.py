"""What a request may choose, read from its fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from coach.jobs.values import Options
from coach.motion.exercise import BEGINNER, LEVELS
from coach.motion.tracking.following import target_of
from coach.texts import say, say_list
from coach.texts.languages import language_code
from coach.vision.models import model_store
from coach.web.problems import ProblemError

_WORDS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


POSE = ("model", "format")
ANALYZE = ("exercise", "level", "model", "annotated", "landmarks", "follow")
"""What each request may choose."""

_SHOWN = 80


def check_known(name: str, known: Collection[str]) -> None:
    """Raise ProblemError where a field is not one of those known: a slip of the pen would give
    another result without a word."""
    if name not in known:
        shown = name[:_SHOWN]
        raise ProblemError(422, say("api.unknown_field", name=shown, known=say_list(known)))


def one_of(fields: Mapping[str, str], name: str, known: Collection[str], usual: str = "") -> str:
    """The field's value, one of those known; `usual` where it is not sent. Raises ProblemError."""
    value = fields.get(name, usual)
    if value not in known:
        raise ProblemError(422, say("api.one_of", name=name, known=say_list(known)))
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
        follow=_target(fields),
        language=language_code(),
    )


def _target(fields: Mapping[str, str]) -> tuple[float, float, float] | None:
    if "follow" not in fields:
        return None
    try:
        target = target_of(fields["follow"])
    except ValueError as error:
        raise ProblemError(422, say("api.follow")) from error
    return target.x, target.y, target.t


def _yes(fields: Mapping[str, str], name: str) -> bool:
    word = fields.get(name, "false").strip().lower()
    if word not in _WORDS:
        raise ProblemError(422, say("api.one_of", name=name, known="true, false"))
    return _WORDS[word]
