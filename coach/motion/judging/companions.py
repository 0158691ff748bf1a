"""Whether what should go out and back with the counted signal does: legs with arms. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isnan, nan

from coach.motion.exercise import Companion, Way
from coach.motion.fast_replace import replace
from coach.motion.readings import Readings
from coach.motion.snapshot import Evidence, View

# When the counted signal is at its far point, a companion is past the middle of its own way.
HALF = 0.5


@dataclass(frozen=True)
class Travel:
    """Where a companion was while a movement went on, in its unit; NaN where it was not seen."""

    low: float = inf
    high: float = -inf
    at_far: float = nan
    """When the counted signal was at its far point."""
    visibility: float = 0.0
    """How well it was seen then."""


def follow(
    companions: tuple[Companion, ...],
    travels: tuple[Travel, ...],
    readings: Readings,
    farthest: bool,
) -> tuple[Travel, ...]:
    """The travels after one more body; farthest: the counted signal is as far out as never yet."""
    before = travels or (Travel(),) * len(companions)
    return tuple(
        _follow(companion, travel, readings, farthest)
        for companion, travel in zip(companions, before, strict=True)
    )


def _follow(companion: Companion, travel: Travel, readings: Readings, farthest: bool) -> Travel:
    reading = readings[companion.measure]
    value = reading.at(companion.visible)
    if not isnan(value):
        travel = replace(travel, low=min(travel.low, value), high=max(travel.high, value))
    return replace(travel, at_far=value, visibility=reading.visibility) if farthest else travel


def stayed_behind(
    companions: tuple[Companion, ...],
    travels: tuple[Travel, ...],
    level: str,
    t: float,
    view: View,
) -> Evidence | None:
    """The judgement on the first companion that did not go along, by how far it went; None where
    all did, or were not seen. t, view: of the movement's bottom."""
    for companion, travel in zip(companions, travels, strict=bool(travels)):
        went, needed = travel.high - travel.low, companion.travel.at(level)
        if isnan(travel.at_far) or (went >= needed and _is_out(companion, travel)):
            continue
        unit = companion.measure.unit
        return Evidence(companion.reason, went, needed, None, unit, t, view, travel.visibility)
    return None


def _is_out(companion: Companion, travel: Travel) -> bool:
    middle = travel.low + HALF * (travel.high - travel.low)
    falls = companion.way is Way.FALLS
    return travel.at_far <= middle if falls else travel.at_far >= middle
