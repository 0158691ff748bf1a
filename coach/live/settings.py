"""What the person chose on the page, as one value."""

from __future__ import annotations

from dataclasses import dataclass

from coach.texts.languages import ENGLISH


@dataclass(frozen=True)
class Settings:
    """What the person chose on the page."""

    exercise: str
    level: str = "beginner"
    """Keys."""
    model: str = "full"
    """Lite, full or heavy."""
    mirrored: bool = True
    """The picture is shown as in a mirror."""
    privacy: bool = False
    """The skeleton on a plain ground instead of the picture."""
    language: str = ENGLISH
    """Code of the language of the words in the picture."""

    def same_set(self, other: Settings) -> bool:
        """Whether a set begun under these goes on under `other`: exercise and level decide."""
        return (self.exercise, self.level) == (other.exercise, other.level)
