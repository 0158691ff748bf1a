"""Stamps: small translucent bitmaps, made once, kept, and pressed onto the picture each frame.

Only the rectangle under a stamp is read and written, in OpenCV's 8-bit arithmetic: blending the
whole picture takes many times as long.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from coach.arrays import Rgb
from coach.vision.overlay.palette import Colour

Mask = npt.NDArray[np.float32]
"""(height, width), 0 (clear) to 1 (covered)."""


@dataclass(frozen=True, eq=False)
class Stamp:
    """A small translucent bitmap, ready to be pressed onto a picture."""

    ink: Rgb
    """(height, width, 3) what is added."""
    keep: Rgb
    """The same shape, the 255ths of the picture that stay under it."""

    @property
    def width(self) -> int:
        """Pixels."""
        return int(self.ink.shape[1])

    @property
    def height(self) -> int:
        """Pixels."""
        return int(self.ink.shape[0])


@dataclass(frozen=True, eq=False)
class Layer:
    """A mask in a colour (opacity 0 to 1), its upper left corner at x, y of the stamp."""

    mask: Mask
    colour: Colour
    opacity: float = 1.0
    x: int = 0
    y: int = 0


def stamp(width: int, height: int, layers: Iterable[Layer]) -> Stamp:
    """Layers, the lowest first, pressed into one stamp; what reaches over its edge is cut off."""
    ink = np.zeros((height, width, 3), np.float32)
    keep = np.ones((height, width, 1), np.float32)
    for layer in layers:
        rows, columns = layer.mask.shape
        top, left = max(0, layer.y), max(0, layer.x)
        bottom, right = min(height, layer.y + rows), min(width, layer.x + columns)
        if top >= bottom or left >= right:
            continue
        part = layer.mask[top - layer.y : bottom - layer.y, left - layer.x : right - layer.x]
        cover = part[:, :, None] * layer.opacity
        ink[top:bottom, left:right] *= 1 - cover
        ink[top:bottom, left:right] += cover * np.array(layer.colour, np.float32)
        keep[top:bottom, left:right] *= 1 - cover
    # Rounded down, so that ink and what is kept together never pass white.
    whole = ink.astype(np.uint8)
    kept = np.repeat((keep * 255).astype(np.uint8), 3, axis=2)
    whole.setflags(write=False)
    kept.setflags(write=False)
    return Stamp(whole, kept)


def press(rgb: Rgb, mark: Stamp, x: int, y: int, rows: int | None = None) -> None:
    """Press a stamp with its upper left corner at x, y; what reaches over the picture's edge is cut
    off. rows: only that many rows of it, from its top."""
    height = mark.height if rows is None else max(0, min(rows, mark.height))
    top, left = max(0, y), max(0, x)
    bottom, right = min(rgb.shape[0], y + height), min(rgb.shape[1], x + mark.width)
    if top >= bottom or left >= right:
        return
    under = rgb[top:bottom, left:right]
    cut = np.s_[top - y : bottom - y, left - x : right - x]
    cv2.add(cv2.multiply(under, mark.keep[cut], scale=1 / 255), mark.ink[cut], dst=under)


@lru_cache(maxsize=128)
def rounded(width: int, height: int, radius: float) -> Mask:
    """The mask of a rectangle with round corners and soft edges."""
    radius = min(radius, width / 2, height / 2)
    x = np.abs(np.arange(width, dtype=np.float32) + 0.5 - width / 2) - (width / 2 - radius)
    y = np.abs(np.arange(height, dtype=np.float32) + 0.5 - height / 2) - (height / 2 - radius)
    away = np.hypot(np.maximum(x, 0)[None, :], np.maximum(y, 0)[:, None])
    mask: Mask = np.clip(radius - away + 0.5, 0, 1).astype(np.float32)
    mask.setflags(write=False)
    return mask
