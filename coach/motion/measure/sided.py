"""A measure as one side of the body shows it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from coach.motion.measure.reading import ALONE, Measure, Side

AMeasure = TypeVar("AMeasure", bound=Measure)

_known: dict[tuple[object, int], object] = {}


def on_side(measure: AMeasure, side: int) -> AMeasure:
    """The measure read on side 0 (left) or 1 (right) alone, and those that it is made of.

    One that is read on the near side or on both is; one that compares them, or lies between them,
    stays what it is, but for the side's own movement, at whose beginning some look. Equal measures
    become one and the same, which is read once a frame.
    """
    key = (measure, side)
    if key not in _known:
        _known[key] = _on_side(measure, side)
    return cast(AMeasure, _known[key])


def _on_side(value: Any, side: int) -> Any:
    if value in (Side.NEAR, Side.BOTH):
        return ALONE[side]
    if isinstance(value, tuple):
        return tuple(_on_side(item, side) for item in value)
    if not is_dataclass(value):
        return value
    changed = {each.name: _on_side(getattr(value, each.name), side) for each in fields(value)}
    return cast(Any, replace)(value, **changed)
