"""The banner: one cue, or what the gate asks for, in the colour and with the sign of its tone."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from coach.arrays import Rgb
from coach.motion.snapshot import Tone
from coach.vision.overlay.layout import Box, Layout
from coach.vision.overlay.lettering import line_height, text_mask, wrapped
from coach.vision.overlay.palette import GROUND, INK, TONES
from coach.vision.overlay.stamp import Layer, Mask, Stamp, press, rounded, stamp

# Narrower than this part of the picture, a place beside the count is no place for a sentence.
_NARROWEST = 0.35


def draw_banner(rgb: Rgb, layout: Layout, text: str, tone: Tone, count: Box, lying: bool) -> None:
    """Draw a text, wrapped where there is little room: at the bottom, but above a person who lies
    there, at the top beside the count."""
    left, right = count.x + count.width + layout.margin, layout.meter.x - 2 * layout.margin
    if lying and right - left > _NARROWEST * layout.width:
        mark = _banner(text, tone, layout.text, right - left)
        y = layout.margin
    else:
        left, right = layout.margin, layout.width - layout.margin
        mark = _banner(text, tone, layout.text, right - left)
        y = layout.height - layout.margin - mark.height
    press(rgb, mark, (left + right - mark.width) // 2, y)


@lru_cache(maxsize=32)
def _banner(text: str, tone: Tone, size: int, widest: int) -> Stamp:
    pad = round(0.55 * size)
    sign = round(1.35 * size)
    lines = wrapped(text, size, max(size, widest - sign - 3 * pad))
    letters = [text_mask(line, size) for line in lines]
    step = line_height(size)
    inside = max(sign, step * (len(lines) - 1) + letters[-1].shape[0])
    width = sign + 3 * pad + max(mask.shape[1] for mask in letters)
    height = inside + 2 * round(0.75 * pad)
    colour = TONES[tone]
    top = (height - step * (len(lines) - 1) - letters[-1].shape[0]) // 2
    layers = [
        Layer(rounded(width, height, 0.9 * size), INK, 0.5),
        Layer(rounded(width - 2, height - 2, 0.9 * size), colour, 0.94, 1, 1),
        Layer(_sign(tone, sign), GROUND, 1.0, pad, (height - sign) // 2),
    ]
    layers += [
        Layer(mask, INK, 1.0, sign + 2 * pad, top + i * step) for i, mask in enumerate(letters)
    ]
    return stamp(width, height, layers)


def _sign(tone: Tone, size: int) -> Mask:
    """A disc with the tone's sign cut out, so that colour is not the only thing that tells it."""
    scale = 4
    big = size * scale
    disc = np.zeros((big, big), np.uint8)
    cv2.circle(disc, (big // 2, big // 2), big // 2 - 1, 255, cv2.FILLED)
    thick = max(1, round(0.13 * big))

    def stroke(*points: tuple[float, float]) -> None:
        line = np.array(points) * big
        cv2.polylines(disc, [line.round().astype(np.int32)], False, 0, thick)

    if tone is Tone.PRAISE:
        stroke((0.27, 0.52), (0.44, 0.69), (0.74, 0.34))
    elif tone is Tone.GUIDE:
        stroke((0.24, 0.5), (0.74, 0.5))
        stroke((0.54, 0.29), (0.75, 0.5), (0.54, 0.71))
    elif tone is Tone.FAULT:
        stroke((0.5, 0.22), (0.5, 0.56))
        stroke((0.5, 0.76), (0.5, 0.77))
    else:
        stroke((0.5, 0.46), (0.5, 0.78))
        stroke((0.5, 0.24), (0.5, 0.25))
    small = cv2.resize(disc, (size, size), interpolation=cv2.INTER_AREA)
    mask: Mask = np.asarray(small, np.float32) / np.float32(255)
    return mask
