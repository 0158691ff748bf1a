"""The words of a manifest and what they are called here: the one place that maps them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from coach.motion.exercise import Exercise


class ViewClass(str, Enum):
    """Where the camera stood, as coarsely as figures are split by it."""

    FRONT = "front"
    SIDE = "side"
    OBLIQUE = "oblique"
    UNKNOWN = "unknown"


# A clip that turns, or cuts from one view to another, counts under the first one named; one that
# is anywhere half turned is oblique. The back shows the same plane as the front.
_OBLIQUE = re.compile(r"\b45|oblique|diagonal|half[ -]turned|three[ -]quarter", re.IGNORECASE)
_PLAIN = re.compile(r"\b(front|back|side)\b", re.IGNORECASE)


def view_class(text: str) -> ViewClass:
    """The class of a view that was noted in free words, such as "45deg, facing image left"."""
    if _OBLIQUE.search(text):
        return ViewClass.OBLIQUE
    plain = _PLAIN.search(text)
    if plain is None:
        return ViewClass.UNKNOWN
    return ViewClass.SIDE if plain[1].lower() == "side" else ViewClass.FRONT


RULES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "hip_sag": ("hips_sagging",),
        "hip_pike": ("hips_piked",),
        "hip_sag_on_ascent": ("hips_sagging_on_ascent",),
        "knees_touch_floor": ("knees_on_floor",),
        "head_drop": ("head_dropping",),
        "shallow_depth": ("shallow",),
        "heels_lifted": ("heels_lifting",),
        "knees_past_toes": ("knee_past_toe",),
        "knees_cave_in": ("knees_caving_in",),
        "hip_shift": ("hips_shifting",),
        "torso_forward_lean": ("chest_falling",),
        "incomplete_lockout": ("not_standing_up_fully", "arms_not_locked_out"),
    }
)
"""A fault by eye, and the rules that mean it. An exercise has at most one of them."""


def rule_for(word: str, exercise: Exercise) -> str | None:
    """The key of the exercise's rule for a fault by eye; None where it has no such rule."""
    keys = {rule.key for rule in exercise.rules}
    return next((key for key in RULES.get(word, (word,)) if key in keys), None)
