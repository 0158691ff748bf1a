"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from coach.texts import say


class Grade(str, Enum):
    """How it stands."""

    FINE = "fine"
    NOTE = "note"
    """It works, or may work, but not in every way: the sentence says what to know."""
    WRONG = "wrong"
    """It does not work: the sentence says what to do."""


@dataclass(frozen=True)
class Finding:
    """One line of the check."""

    subject: str
    """What was checked, in a word or two."""
    grade: Grade
    sentence: str
    """What was found and, where it is not fine, what to do."""


def fine(subject: str, key: str, **values: object) -> Finding:
    """A finding that all is well. subject and key: of texts, under `doctor.`."""
    return _finding(subject, Grade.FINE, key, values)


def note(subject: str, key: str, **values: object) -> Finding:
    """A finding that is to be known."""
    return _finding(subject, Grade.NOTE, key, values)


def wrong(subject: str, key: str, **values: object) -> Finding:
    """A finding that something does not work."""
    return _finding(subject, Grade.WRONG, key, values)


def broken(subject: str, error: Exception) -> Finding:
    """A finding out of an error whose message is a sentence that says what to do."""
    return Finding(say(f"doctor.{subject}"), Grade.WRONG, str(error))


def _finding(subject: str, grade: Grade, key: str, values: dict[str, object]) -> Finding:
    return Finding(say(f"doctor.{subject}"), grade, say(f"doctor.{key}", **values))
