"""The range-of-motion meter: it fills downwards as the body goes down."""

from __future__ import annotations

from functools import lru_cache
from math import isnan

from coach.vision.overlay.layout import Layout
from coach.vision.overlay.palette import GOOD, GROUND, GUIDE, INK, MUTED, WHITE, Colour
from coach.vision.overlay.stamp import Layer, Picture, Stamp, press, rounded, stamp

# The meter ends a little beyond the wanted depth, so that going deeper shows.
_FULL = 1.15


def draw_meter(rgb: Picture, layout: Layout, part: float, required: float) -> None:
    """Draw the meter at the right edge.

    part: 0 at the top, 1 at the wanted depth, NaN where unknown: then it is empty. required: the
    part at which a rep counts; it has a tick of its own beside the one at 1.
    """
    box = layout.meter
    press(rgb, _track(box.width, box.height), box.x, box.y)
    for at, reach, colour in ((1.0, 1.3, MUTED), (required, 1.6, WHITE)):
        tick = _tick(box.width, reach, colour)
        top = box.y + _row(box.height, at) - tick.height // 2
        press(rgb, tick, box.x + box.width - tick.width, top)
    if not isnan(part):
        level = _row(box.height, part)
        colour = GOOD if part >= required else GUIDE
        press(rgb, _fill(box.width, box.height, colour), box.x, box.y, rows=level)
        knob = _knob(box.width)
        press(rgb, knob, box.x + (box.width - knob.width) // 2, box.y + level - knob.height // 2)


def _row(height: int, part: float) -> int:
    return round(min(max(part / _FULL, 0.0), 1.0) * height)


@lru_cache(maxsize=16)
def _track(width: int, height: int) -> Stamp:
    inside = rounded(width - 2, height - 2, width / 2)
    return stamp(
        width,
        height,
        [
            Layer(rounded(width, height, width / 2), WHITE, 0.28),
            Layer(inside, GROUND, 0.82, 1, 1),
        ],
    )


@lru_cache(maxsize=32)
def _fill(width: int, height: int, colour: Colour) -> Stamp:
    edge = max(2, round(0.14 * width))
    inside = rounded(width - 2 * edge, height - 2 * edge, width / 2)
    return stamp(width, height, [Layer(inside, colour, 0.95, edge, edge)])


@lru_cache(maxsize=16)
def _knob(meter_width: int) -> Stamp:
    width, height = round(1.5 * meter_width), max(3, round(0.4 * meter_width))
    return stamp(
        width + 2,
        height + 2,
        [
            Layer(rounded(width + 2, height + 2, height), INK, 0.8),
            Layer(rounded(width, height, height / 2), WHITE, 1.0, 1, 1),
        ],
    )


@lru_cache(maxsize=32)
def _tick(meter_width: int, reach: float, colour: Colour) -> Stamp:
    """A line across the meter that reaches out of it to the left."""
    width, height = round(reach * meter_width), max(2, round(0.14 * meter_width))
    return stamp(
        width + 2,
        height + 2,
        [
            Layer(rounded(width + 2, height + 2, height), INK, 0.8),
            Layer(rounded(width, height, height / 2), colour, 1.0, 1, 1),
        ],
    )
