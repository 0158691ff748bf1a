"""What the person chose on the page, as one value."""

from __future__ import annotations

from dataclasses import dataclass

from coach.texts.languages import ENGLISH


@dataclass(frozen=True)
class Settings:
    """exercise and level: keys. model: lite, full or heavy. mirrored: the picture is shown as in a
    mirror. privacy: the skeleton on a plain ground instead of the picture."""

    exercise: str
    level: str = "beginner"
    model: str = "full"
    mirrored: bool = True
    privacy: bool = False
    language: str = ENGLISH
    """Code of the language of the words in the picture."""

    def same_set(self, other: Settings) -> bool:
        """Whether a set begun under these goes on under `other`: exercise and level decide."""
        return (self.exercise, self.level) == (other.exercise, other.level)
