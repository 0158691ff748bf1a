"""Angles and signed distances obey the laws of geometry."""

from __future__ import annotations

from math import cos, isnan, radians, sin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coach.motion.poses.kinematics import Point, angle, distance, flat, middle, offset, tilt, turn

LENGTHS = st.floats(-10, 10)
POINTS = st.tuples(LENGTHS, LENGTHS, LENGTHS)
DEGREES = st.floats(-180, 180)
FACTORS = st.floats(0.05, 50)


def spun(point: Point, degrees: float) -> Point:
    """The point turned in the picture's plane, around the origin."""
    x, y, z = point
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return (c * x - s * y, s * x + c * y, z)


def carried(point: Point, way: Point, factor: float) -> Point:
    x, y, z = (p * factor + w for p, w in zip(point, way, strict=True))
    return (x, y, z)


def far_apart(*points: Point) -> bool:
    """Arms so short that rounding decides their angle prove nothing."""
    return all(distance(a, b) > 0.1 for a in points for b in points if a is not b)


@pytest.mark.parametrize(
    ("a", "b", "degrees", "what"),
    [
        ((1.0, 0.0, 0.0), (-1.0, 0.0, 0.0), 180.0, "straight"),
        ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), 90.0, "right"),
        ((1.0, 0.0, 0.0), (2.0, 0.0, 0.0), 0.0, "folded"),
        ((1.0, 0.0, 0.0), (1.0, 0.0, 1.0), 45.0, "in depth"),
        ((1.0, 0.0, 0.0), (0.0, 0.0, 0.0), None, "an arm without length has no angle"),
    ],
)
def test_an_angle(a: Point, b: Point, degrees: float | None, what: str) -> None:
    found = angle(a, (0.0, 0.0, 0.0), b)
    assert isnan(found) if degrees is None else found == pytest.approx(degrees), what


@given(POINTS, POINTS, POINTS, DEGREES, FACTORS, POINTS)
def test_an_angle_does_not_know_where_how_large_or_how_turned_it_is(
    a: Point, vertex: Point, b: Point, degrees: float, factor: float, way: Point
) -> None:
    assume(far_apart(a, vertex, b))
    before = angle(a, vertex, b)
    after = angle(*(carried(spun(p, degrees), way, factor) for p in (a, vertex, b)))
    assert after == pytest.approx(before, abs=1e-3)
    assert 0 <= after <= 180


@given(POINTS, POINTS, POINTS)
def test_an_angle_does_not_know_which_arm_comes_first(a: Point, vertex: Point, b: Point) -> None:
    assume(far_apart(a, vertex, b))
    assert angle(a, vertex, b) == pytest.approx(angle(b, vertex, a))


@pytest.mark.parametrize(
    ("high", "degrees", "what"),
    [
        ((0.0, -1.0, 0.0), 0.0, "standing: up is less y"),
        ((1.0, 0.0, 0.0), 90.0, "lying"),
        ((0.0, 0.0, 1.0), 90.0, "lying towards the camera"),
        ((0.0, 1.0, 0.0), 180.0, "upside down"),
        ((0.0, 0.0, 0.0), None, "no length, no tilt"),
    ],
)
def test_a_tilt(high: Point, degrees: float | None, what: str) -> None:
    found = tilt((0.0, 0.0, 0.0), high)
    assert isnan(found) if degrees is None else found == pytest.approx(degrees), what


@given(POINTS, POINTS, FACTORS, POINTS)
def test_a_tilt_turns_over_with_its_ends(
    low: Point, high: Point, factor: float, way: Point
) -> None:
    assume(far_apart(low, high))
    before = tilt(low, high)
    assert tilt(high, low) == pytest.approx(180 - before, abs=1e-3)
    assert tilt(carried(low, way, factor), carried(high, way, factor)) == pytest.approx(
        before, abs=1e-3
    )


@pytest.mark.parametrize(
    ("point", "start", "end", "value", "what"),
    [
        ((0.5, -0.2, 0.0), (0.0, 0.0, 0.0), (1.0, 0.0, 0.0), 0.2, "above"),
        ((0.5, 0.2, 0.0), (0.0, 0.0, 0.0), (1.0, 0.0, 0.0), -0.2, "below"),
        ((0.5, 0.2, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 0.0), -0.2, "below, the line runs back"),
        ((1.0, 0.4, 0.0), (0.0, 0.0, 0.0), (2.0, 0.0, 9.0), -0.2, "depth plays no part"),
    ],
)
def test_an_offset(point: Point, start: Point, end: Point, value: float, what: str) -> None:
    assert offset(point, start, end) == pytest.approx(value), what


@given(POINTS, POINTS, POINTS, FACTORS, POINTS)
def test_an_offset_keeps_its_size_and_changes_its_sign_with_the_picture(
    point: Point, start: Point, end: Point, factor: float, way: Point
) -> None:
    assume(abs(start[0] - end[0]) > 0.1)
    before = offset(point, start, end)
    near = pytest.approx(before, abs=1e-3 * (1 + abs(before)))
    assert offset(point, end, start) == near
    assert offset(*(carried(p, way, factor) for p in (point, start, end))) == near
    mirrored = offset(*((-x, y, z) for x, y, z in (point, start, end)))
    assert mirrored == near, "left and right change nothing"
    over = offset(*((x, -y, z) for x, y, z in (point, start, end)))
    assert -over == near, "upside down, above is below"


def test_an_offset_from_no_line_is_unknown() -> None:
    assert isnan(offset((0.0, 1.0, 0.0), (1.0, 1.0, 0.0), (1.0, 1.0, 5.0)))


@given(DEGREES)
def test_a_turn_is_read_back(degrees: float) -> None:
    left = (cos(radians(degrees)), 0.0, sin(radians(degrees)))
    right = (-left[0], 0.0, -left[2])
    assert cos(radians(turn(left, right) - degrees)) == pytest.approx(1.0)


def test_the_middle_and_the_flat_point() -> None:
    assert middle((0.0, 0.0, 0.0), (2.0, 4.0, 6.0)) == (1.0, 2.0, 3.0)
    assert flat((1.0, 2.0, 3.0)) == (1.0, 2.0, 0.0)
