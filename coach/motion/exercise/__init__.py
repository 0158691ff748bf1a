"""The vocabulary in which an exercise is written down: data, no code."""

from coach.motion.exercise.cycle import Companion, Condition, Cycle, Way
from coach.motion.exercise.exercise import Exercise, FieldTrial
from coach.motion.exercise.hold import Hold
from coach.motion.exercise.rules import (
    BEGINNER,
    EVERY_VIEW,
    FRONTS,
    LEVELS,
    MOVING,
    RESTED,
    SIDES,
    SIDES_AND_OBLIQUE,
    STRICT,
    ExerciseError,
    Extreme,
    Fault,
    Limit,
    Position,
    Turns,
)

__all__ = [
    "BEGINNER",
    "EVERY_VIEW",
    "FRONTS",
    "LEVELS",
    "MOVING",
    "RESTED",
    "SIDES",
    "SIDES_AND_OBLIQUE",
    "STRICT",
    "Companion",
    "Condition",
    "Cycle",
    "Exercise",
    "ExerciseError",
    "Extreme",
    "Fault",
    "FieldTrial",
    "Hold",
    "Limit",
    "Position",
    "Turns",
    "Way",
]
