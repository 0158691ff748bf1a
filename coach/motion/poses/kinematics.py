"""Angles and signed distances between points. Plain floats: some thirty calls a frame must not
cost what thirty small numpy calls cost (about 10 microseconds each).

A point is (x, y, z) in one unit, y down: pixels (with z scaled alike) or metres.
"""

from __future__ import annotations

from math import acos, atan2, degrees, nan, sqrt

Point = tuple[float, float, float]


def distance(a: Point, b: Point) -> float:
    """Length of the segment a b, in the points' unit."""
    return sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2)


def middle(a: Point, b: Point) -> Point:
    """The point half-way between a and b."""
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2)


def flat(a: Point) -> Point:
    """The point as the picture shows it: without depth."""
    return (a[0], a[1], 0.0)


def angle(a: Point, vertex: Point, b: Point) -> float:
    """Inner angle at the vertex, 0 to 180 degrees; 180 is straight. NaN for a zero-length side."""
    u = (a[0] - vertex[0], a[1] - vertex[1], a[2] - vertex[2])
    v = (b[0] - vertex[0], b[1] - vertex[1], b[2] - vertex[2])
    # As distance has it, without the two calls.
    lengths = sqrt(u[0] ** 2 + u[1] ** 2 + u[2] ** 2) * sqrt(v[0] ** 2 + v[1] ** 2 + v[2] ** 2)
    if lengths == 0:
        return nan
    cosine = (u[0] * v[0] + u[1] * v[1] + u[2] * v[2]) / lengths
    return degrees(acos(max(-1.0, min(1.0, cosine))))


UP: Point = (0.0, -1.0, 0.0)
"""Upright as the picture has it."""


def tilt(low: Point, high: Point, up: Point = UP) -> float:
    """Degrees from upright to the segment low-to-high: 0 standing, 90 level, 180 upside down.

    NaN for a zero length.
    """
    return angle(high, low, (low[0] + up[0], low[1] + up[1], low[2] + up[2]))


def rise(low: Point, high: Point, up: Point = UP) -> float:
    """How far `high` is above `low` (negative: below), in the points' unit; up: of length 1."""
    return sum((b - a) * u for a, b, u in zip(low, high, up, strict=True))


def offset(point: Point, start: Point, end: Point) -> float:
    """How far a point lies above (+) or below (-) the line start-end, over that line's length.

    In the picture's plane. Above means towards the picture's top, whichever way the line runs. NaN
    for a line without length.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    squared = dx * dx + dy * dy
    if squared == 0:
        return nan
    cross = dx * (point[1] - start[1]) - dy * (point[0] - start[0])
    return -cross / squared if dx >= 0 else cross / squared


def turn(left: Point, right: Point) -> float:
    """Degrees by which the body is turned from the camera, from a left-right pair of points.

    0 faces the camera, +90 faces the image's right, -90 its left, near 180 shows the back.
    """
    return degrees(atan2(left[2] - right[2], left[0] - right[0]))
