"""The exercises, found by their files: one module with an `EXERCISE` each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from coach.motion.exercise import Exercise


class UnknownExerciseError(ValueError):
    """A key that no exercise has; the message lists the known ones."""


# The order in which they are offered; any other exercise follows by name.
FIRST = ("squat", "push_up", "plank")


@cache
def registry() -> Mapping[str, Exercise]:
    """Every exercise by its key. A new file in this folder is enough to add one."""
    found = (
        import_module(f"{__name__}.{module.name}").EXERCISE for module in iter_modules(__path__)
    )
    by_key = {exercise.key: exercise for exercise in found}
    order = [*(k for k in FIRST if k in by_key), *sorted(by_key.keys() - set(FIRST))]
    return MappingProxyType({key: by_key[key] for key in order})


def find(key: str) -> Exercise:
    """The exercise with that key. Raises UnknownExerciseError, which lists the known keys."""
    try:
        return registry()[key]
    except KeyError:
        known = ", ".join(registry())
        raise UnknownExerciseError(f"There is no exercise '{key}'; known are {known}.") from None
