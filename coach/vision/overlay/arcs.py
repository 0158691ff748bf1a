"""Measured angles as arcs at their joints, with their degrees."""

from __future__ import annotations

from functools import lru_cache
from math import atan2, cos, degrees, hypot, radians, sin

import cv2

from coach.motion.snapshot import Arc
from coach.vision.overlay.figure import Figure
from coach.vision.overlay.lettering import text_mask
from coach.vision.overlay.palette import FAULT, GROUND, INK, WHITE, Colour
from coach.vision.overlay.stamp import Layer, Picture, Stamp, press, rounded, stamp

_SHIFT = 4
_LABEL = 0.042  # of the picture's height, at least so many pixels:
_LABEL_PIXELS = 11


def draw_arcs(rgb: Picture, body: Figure, arcs: tuple[Arc, ...], faults: frozenset[int]) -> None:
    """Draw each angle whose three landmarks are visible; a label that would cover an earlier one is
    left out."""
    taken: list[tuple[int, int, int, int]] = []
    for arc in arcs:
        if all(body.seen[i] for i in (arc.vertex, *arc.ends)):
            colour = FAULT if arc.vertex in faults else WHITE
            _draw(rgb, body, arc, colour, taken)


def _draw(
    rgb: Picture, body: Figure, arc: Arc, colour: Colour, taken: list[tuple[int, int, int, int]]
) -> None:
    height, width = rgb.shape[:2]
    x, y = body.points[arc.vertex].tolist()
    sides = [(body.points[i] - body.points[arc.vertex]).tolist() for i in arc.ends]
    shorter = min(hypot(dx, dy) for dx, dy in sides)
    radius = max(4 * body.thickness, min(0.45 * shorter, 0.11 * min(width, height)))
    if shorter < 2 * body.thickness:
        return
    start, end = (degrees(atan2(dy, dx)) for dx, dy in sides)
    sweep = (end - start + 180) % 360 - 180
    thick = max(1, round(0.55 * body.thickness))
    centre = (round(x * (1 << _SHIFT)), round(y * (1 << _SHIFT)))
    axes = (round(radius * (1 << _SHIFT)),) * 2
    for ink, line in ((INK, thick + 2), (colour, thick)):
        cv2.ellipse(
            rgb, centre, axes, 0.0, start, start + sweep, ink, line, cv2.LINE_AA, _SHIFT
        )  # fmt: skip
    mark = _label(round(arc.degrees), max(_LABEL_PIXELS, round(_LABEL * height)), colour)
    # Outside the angle, where neither of its bones runs.
    away = radians(start + sweep / 2 + 180)
    reach = 2.5 * body.thickness + hypot(mark.width * cos(away), mark.height * sin(away)) / 2
    left = round(x + reach * cos(away) - mark.width / 2)
    top = round(y + reach * sin(away) - mark.height / 2)
    left, top = min(max(left, 0), width - mark.width), min(max(top, 0), height - mark.height)
    box = (left, top, left + mark.width, top + mark.height)
    if not any(_overlap(box, other) for other in taken):
        taken.append(box)
        press(rgb, mark, left, top)


def _overlap(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@lru_cache(maxsize=512)
def _label(value: int, size: int, colour: Colour) -> Stamp:
    letters = text_mask(f"{value}°", size, reach="0")
    # As wide for every value, so that it does not jump while the number changes.
    widest = text_mask("180°", size, reach="0").shape[1]
    pad = round(0.4 * size)
    width, height = widest + 2 * pad, letters.shape[0] + 2 * round(0.75 * pad)
    at = ((width - letters.shape[1]) // 2, (height - letters.shape[0]) // 2)
    ground = Layer(rounded(width, height, height / 2), GROUND, 0.72)
    return stamp(width, height, [ground, Layer(letters, colour, 1.0, *at)])
