"""The card with the rep count, or a hold's time, and the phase."""

from __future__ import annotations

from functools import lru_cache

from coach.arrays import Rgb
from coach.vision.overlay.layout import Box, Layout
from coach.vision.overlay.lettering import size_for, text_mask
from coach.vision.overlay.palette import GROUND, WHITE, Colour
from coach.vision.overlay.stamp import Layer, Mask, Stamp, press, rounded, stamp

# At most this part of the picture's width, which a hold's time in an upright picture would pass.
_WIDEST = 0.5


def draw_count(rgb: Rgb, layout: Layout, number: str, word: str, colour: Colour) -> Box:
    """Draw the card into the upper left corner, and say where it stands. number: digits, `:` and
    `.`; word: the phase."""
    card = _card(number, word, colour, layout.digit, layout.word, round(_WIDEST * layout.width))
    press(rgb, card, layout.margin, layout.margin)
    return Box(layout.margin, layout.margin, card.width, card.height)


def hold_time(seconds: float) -> str:
    """Seconds as minutes, seconds and tenths: `1:05.3`. Cut off, as clocks do, never rounded up."""
    tenths = int(seconds * 10 + 1e-6)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"


@lru_cache(maxsize=32)
def _card(number: str, word: str, colour: Colour, digit: int, word_size: int, widest: int) -> Stamp:
    digits, space = _digits(number, digit, widest)
    phase = text_mask(word, word_size)
    pad = max(3, round(min(0.16 * digit, 0.45 * word_size)))
    gap = max(2, round(0.13 * digit))
    width = 2 * pad + max(space, phase.shape[1])
    height = 2 * pad + digits.shape[0] + gap + phase.shape[0]
    layers = [
        Layer(rounded(width, height, 1.5 * pad), GROUND, 0.74),
        Layer(digits, WHITE, 1.0, (width - digits.shape[1]) // 2, pad),
        Layer(phase, colour, 1.0, (width - phase.shape[1]) // 2, pad + digits.shape[0] + gap),
    ]
    return stamp(width, height, layers)


def _digits(number: str, height: int, widest: int) -> tuple[Mask, int]:
    """The number's mask and the width to keep for it, which is the same for every digit in it."""
    size = size_for(height)
    model = "".join("0" if c.isdigit() else c for c in number)
    space = text_mask(model, size, reach="0").shape[1]
    if space > widest:
        size = round(size * widest / space)
        space = text_mask(model, size, reach="0").shape[1]
    digits = text_mask(number, size, reach="0")
    return digits, max(space, digits.shape[1])
