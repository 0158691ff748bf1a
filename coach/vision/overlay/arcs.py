"""Measured angles as arcs at their joints, with their degrees."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import atan2, cos, degrees, hypot, radians, sin

import cv2
import numpy as np

from coach.arrays import Rgb
from coach.motion.snapshot import Arc
from coach.vision.overlay.figure import SHIFT, Figure
from coach.vision.overlay.layout import Box, Layout
from coach.vision.overlay.lettering import text_mask
from coach.vision.overlay.palette import FAULT, GROUND, INK, WHITE, Colour
from coach.vision.overlay.stamp import Layer, Stamp, press, rounded, stamp

PIECE = 12
"""Degrees of an arc that are drawn as one straight piece: at a radius of 40 pixels its middle is a
fifth of a pixel off."""


@dataclass(frozen=True)
class _Sector:
    """An arc in the picture: its joint x, y and radius in pixels, start and sweep in degrees
    clockwise from the right."""

    x: float
    y: float
    radius: float
    start: float
    sweep: float
    value: int
    colour: Colour


def draw_arcs(rgb: Rgb, body: Figure, arcs: tuple[Arc, ...], faults: frozenset[int]) -> None:
    """Draw each angle whose three landmarks are visible; a label that would cover an earlier one is
    left out."""
    height, width = rgb.shape[:2]
    sectors = [
        sector
        for arc in arcs
        if all(body.seen[i] for i in (arc.vertex, *arc.ends))
        and (sector := _sector(body, arc, 0.11 * min(width, height), faults)) is not None
    ]
    thick = max(1, round(0.55 * body.thickness))
    for sector in sectors:
        _draw_sector(rgb, sector, thick)
    size = max(10, round(0.56 * Layout(width, height).text))
    taken: list[Box] = []
    for sector in sectors:
        mark = _label(sector.value, size, sector.colour)
        box = _beside(sector, mark, 2.5 * body.thickness, width, height)
        if not any(box.overlaps(other) for other in taken):
            taken.append(box)
            press(rgb, mark, box.x, box.y)


def _sector(body: Figure, arc: Arc, largest: float, faults: frozenset[int]) -> _Sector | None:
    """None where a bone is so short in the picture that its direction means nothing."""
    x, y = body.points[arc.vertex]
    sides = [(body.points[i][0] - x, body.points[i][1] - y) for i in arc.ends]
    shorter = min(hypot(dx, dy) for dx, dy in sides)
    if shorter < 2 * body.thickness:
        return None
    radius = max(4 * body.thickness, min(0.45 * shorter, largest))
    start, end = (degrees(atan2(dy, dx)) for dx, dy in sides)
    sweep = (end - start + 180) % 360 - 180
    colour = FAULT if arc.vertex in faults else WHITE
    return _Sector(x, y, radius, start, sweep, round(arc.degrees), colour)


def _draw_sector(rgb: Rgb, sector: _Sector, thick: int) -> None:
    """A line in few pieces: OpenCV cuts arcs every 5 degrees, each piece as costly as a bone."""
    pieces = max(1, round(abs(sector.sweep) / PIECE))
    turns = (radians(sector.start + sector.sweep * i / pieces) for i in range(pieces + 1))
    places = [(sector.x + sector.radius * cos(a), sector.y + sector.radius * sin(a)) for a in turns]
    line = np.rint(np.array(places) * (1 << SHIFT)).astype(np.int32)
    for colour, width in ((INK, thick + 2), (sector.colour, thick)):
        cv2.polylines(rgb, [line], False, colour, width, cv2.LINE_AA, SHIFT)


def _beside(sector: _Sector, mark: Stamp, gap: float, width: int, height: int) -> Box:
    """A place in the picture for the label: outside the angle, where neither of its bones runs."""
    away = radians(sector.start + sector.sweep / 2 + 180)
    reach = gap + hypot(mark.width * cos(away), mark.height * sin(away)) / 2
    x = round(sector.x + reach * cos(away) - mark.width / 2)
    y = round(sector.y + reach * sin(away) - mark.height / 2)
    x, y = min(max(x, 0), width - mark.width), min(max(y, 0), height - mark.height)
    return Box(x, y, mark.width, mark.height)


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
