"""The overlay's parts: stamps, letters, the clock of a hold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.vision.overlay.count import hold_time
from coach.vision.overlay.lettering import size_for, text_mask, text_width, wrapped
from coach.vision.overlay.stamp import Layer, press, rounded, stamp


@settings(deadline=None)
@given(
    x=st.integers(-30, 60),
    y=st.integers(-30, 60),
    rows=st.none() | st.integers(-5, 40),
    opacity=st.floats(0, 1),
)
def test_a_stamp_changes_only_what_lies_under_it(
    x: int, y: int, rows: int | None, opacity: float
) -> None:
    mark = stamp(20, 12, [Layer(rounded(20, 12, 5), (255, 255, 255), opacity)])
    rgb = np.full((40, 50, 3), 77, np.uint8)
    press(rgb, mark, x, y, rows)
    height = 12 if rows is None else min(12, max(0, rows))
    outside = np.ones((40, 50), bool)
    outside[max(0, y) : max(0, y + height), max(0, x) : max(0, x + 20)] = False
    assert (rgb[outside] == 77).all()
    assert rgb.min() >= 75, "rounding loses next to nothing"


@pytest.mark.parametrize("level", [0, 1, 127, 254, 255])
def test_a_clear_stamp_leaves_the_picture_and_a_full_one_covers_it(level: int) -> None:
    rgb = np.full((8, 8, 3), level, np.uint8)
    press(rgb, stamp(8, 8, []), 0, 0)
    assert (rgb == level).all()
    press(rgb, stamp(8, 8, [Layer(np.ones((8, 8), np.float32), (9, 200, 255))]), 0, 0)
    assert (rgb == (9, 200, 255)).all()


def test_layers_reach_over_the_edge_without_trouble() -> None:
    big = np.ones((50, 50), np.float32)
    mark = stamp(10, 10, [Layer(big, (1, 2, 3), 1.0, -20, -20), Layer(big, (9, 9, 9), 1.0, 90, 0)])
    assert (mark.ink == (1, 2, 3)).all()


@settings(deadline=None, max_examples=40)
@given(st.text("abc dEfgäé漢字 ", min_size=1, max_size=40), st.integers(40, 300))
def test_wrapping_keeps_every_letter_and_the_width(text: str, width: int) -> None:
    lines = wrapped(text, 20, width)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(text_width(line, 20) <= width or len(line) == 1 for line in lines)


def test_a_line_that_fits_is_one_line() -> None:
    assert wrapped("Chest up", 20, 400) == ("Chest up",)


def test_lines_of_one_size_are_of_one_height() -> None:
    assert len({text_mask(text, 24).shape[0] for text in ("up", "Hg", "acme", "x")}) == 1


@pytest.mark.parametrize("height", [12, 40, 72, 144])
def test_digits_are_as_high_as_asked(height: int) -> None:
    assert text_mask("8", size_for(height), reach="0").shape[0] == pytest.approx(
        height, abs=2, rel=0.03
    )


@pytest.mark.parametrize("letters", ["Äß", "éñ", "Жы", "Ωψ"])
def test_letters_of_other_alphabets_are_drawn(letters: str) -> None:
    """A letter that no font has is drawn as an empty box, the same for all."""
    first, second = (text_mask(letter, 30) for letter in letters)
    assert not np.array_equal(first, second)
    assert not np.array_equal(first, text_mask("\U0010fffe", 30))


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0.0, "0:00.0"),
        (0.3, "0:00.3"),
        (9.99, "0:09.9"),
        (59.96, "0:59.9"),
        (60.0, "1:00.0"),
        (65.37, "1:05.3"),
        (600.0, "10:00.0"),
    ],
    ids=["nothing", "tenths", "cut off", "never 60", "a minute", "usual", "long"],
)
def test_the_clock_of_a_hold(seconds: float, shown: str) -> None:
    assert hold_time(seconds) == shown
