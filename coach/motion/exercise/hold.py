"""A posture kept, as an exercise writes it down."""

from __future__ import annotations

from dataclasses import dataclass

from coach.motion.exercise.rules import Turns


@dataclass(frozen=True)
class Hold:
    """A posture kept: it runs while every fault named in `broken_by` is absent."""

    broken_by: tuple[str, ...]
    grace_s: float = 1.0
    """So many seconds of a broken posture are forgiven."""
    turns: Turns = Turns.TOGETHER
    """EACH where it is held on one side, and either will do."""
