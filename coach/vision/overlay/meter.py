"""The range-of-motion meter: it fills downwards as the body goes down."""

from __future__ import annotations

from functools import lru_cache
from math import isnan

from coach.arrays import Rgb
from coach.vision.overlay.layout import Layout
from coach.vision.overlay.palette import GOOD, GROUND, GUIDE, INK, MUTED, WHITE, Colour
from coach.vision.overlay.stamp import Layer, Stamp, press, rounded, stamp

# The meter ends a little beyond the wanted depth, so that going deeper shows.
_FULL = 1.15


def draw_meter(rgb: Rgb, layout: Layout, part: float, required: float) -> None:
    """Draw the meter at the right edge.

    part: 0 at the top, 1 at the wanted depth, NaN where unknown: then it is empty. required: the
    part at which a rep counts; it has a tick of its own beside the one at 1.
    """
    box = layout.meter
    track = _track(box.width, box.height, _row(box.height, required))
    press(rgb, track, box.x + box.width - track.width, box.y - (track.height - box.height) // 2)
    if not isnan(part):
        level = _row(box.height, part)
        colour = GOOD if part >= required else GUIDE
        press(rgb, _fill(box.width, box.height, colour), box.x, box.y, rows=level)
        knob = _knob(box.width)
        press(rgb, knob, box.x + (box.width - knob.width) // 2, box.y + level - knob.height // 2)


def _row(height: int, part: float) -> int:
    return round(min(max(part / _FULL, 0.0), 1.0) * height)


@lru_cache(maxsize=64)
def _track(width: int, height: int, required: int) -> Stamp:
    """The empty meter with the ticks at the wanted depth and, in row `required`, where a rep begins
    to count. It is as wide as the longer tick, and higher than the meter by as much on both ends as
    a tick there needs."""
    thick = max(2, round(0.14 * width)) + 2
    left, above = max(0, round(1.6 * width) + 2 - width), thick
    layers = [
        Layer(rounded(width, height, width / 2), WHITE, 0.28, left, above),
        Layer(rounded(width - 2, height - 2, width / 2), GROUND, 0.82, left + 1, above + 1),
    ]
    for row, reach, colour in ((_row(height, 1.0), 1.3, MUTED), (required, 1.6, WHITE)):
        long = round(reach * width)
        x, y = left + width - long - 2, above + row - thick // 2
        layers += [
            Layer(rounded(long + 2, thick, thick - 2), INK, 0.8, x, y),
            Layer(rounded(long, thick - 2, thick / 2 - 1), colour, 1.0, x + 1, y + 1),
        ]
    return stamp(left + width, height + 2 * above, layers)


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
