"""A picture's number, written into its top edge so that it survives codecs, mirroring and drawing.

A row of squares from white, for the left end, to black, for the right end: the number's digits in
the binary system between them, and once more inverted, so that a damaged mark is known as one.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Luma = npt.NDArray[np.uint8]

SQUARE = 16
"""Pixels across: a macroblock of VP8 and H.264."""
BITS = 11
NUMBERS = 1 << BITS
_SQUARES = 2 * BITS + 2
NARROWEST = _SQUARES * SQUARE
"""Pixels of width that the mark needs."""

# The overlay keeps clear of the uppermost pixels; smearing takes the outermost of a square.
_ROWS = slice(3, 9)
_INSIDE = slice(5, 11)
_DARK, _BRIGHT = 16, 235


def draw_mark(luma: Luma, number: int) -> None:
    """Write a number from 0 to NUMBERS - 1 into the Y plane (h, w >= NARROWEST)."""
    digits = [number >> bit & 1 for bit in range(BITS)]
    row = [1, *digits, *(1 - digit for digit in digits), 0]
    left = (luma.shape[1] - NARROWEST) // 2
    for i, bright in enumerate(row):
        x = left + i * SQUARE
        luma[:SQUARE, x : x + SQUARE] = _BRIGHT if bright else _DARK


def read_mark(luma: Luma) -> int | None:
    """The number in a Y plane (h, w), mirrored or not; None where none can be read."""
    left = (luma.shape[1] - NARROWEST) // 2
    if left < 0:
        return None
    squares = luma[_ROWS, left : left + NARROWEST].reshape(-1, _SQUARES, SQUARE)
    row = squares[:, :, _INSIDE].mean(axis=(0, 2)) > 128
    if row[-1] and not row[0]:
        row = row[::-1]
    digits, inverted = row[1 : BITS + 1], row[BITS + 1 : -1]
    if not row[0] or row[-1] or (digits == inverted).any():
        return None
    return int(sum(1 << bit for bit, digit in enumerate(digits) if digit))
