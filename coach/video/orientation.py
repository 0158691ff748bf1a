"""The quarter turn (and flip) that a video's metadata asks for, as phones write it."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np

from coach.arrays import Rgb


@dataclass(frozen=True)
class Orientation:
    """How decoded pictures are to be shown: first transposed, then flipped along x and y."""

    transpose: bool = False
    flip_x: bool = False
    flip_y: bool = False

    @classmethod
    def from_display_matrix(cls, raw: bytes) -> Orientation:
        """Read FFmpeg's display matrix: nine native 32-bit integers, row by row.

        A decoded point (x, y) is shown at (a x + c y, b x + d y). Turns by other than a quarter
        are taken as the nearest one. PyAV's `frame.rotation` drops the flip of a selfie camera,
        hence the matrix itself.
        """
        if len(raw) < 36:
            return cls()
        a, b, _, c, d = struct.unpack_from("=5i", raw)
        if abs(a) + abs(d) >= abs(b) + abs(c):
            return cls(False, flip_x=a < 0, flip_y=d < 0)
        return cls(True, flip_x=c < 0, flip_y=b < 0)

    def turned(self, quarters: int) -> Orientation:
        """As this, and then turned clockwise by so many quarters."""
        shown = self
        for _ in range(quarters % 4):
            shown = Orientation(not shown.transpose, not shown.flip_y, shown.flip_x)
        return shown

    def apply(self, rgb: Rgb) -> Rgb:
        """Turn a (h, w, 3) picture; the result is contiguous, and the same array if upright."""
        if self == Orientation():
            return rgb
        turned = rgb.transpose(1, 0, 2) if self.transpose else rgb
        turned = turned[:: -1 if self.flip_y else 1, :: -1 if self.flip_x else 1]
        return np.ascontiguousarray(turned)
