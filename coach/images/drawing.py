"""The people in a picture, drawn as the app draws them."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from coach.arrays import Rgb
from coach.images.people import MeasuredPeople
from coach.vision.overlay.figure import draw_figure, figure


def drawn(found: MeasuredPeople) -> Rgb:
    """The picture with everybody's skeleton, the largest person's on top; a (h, w, 3) copy."""
    rgb = np.array(found.picture.rgb)
    height, width = rgb.shape[:2]
    for person in reversed(found.people):
        draw_figure(rgb, figure(person.pose, width, height, mirrored=False), frozenset())
    return rgb


def as_png(rgb: Rgb) -> bytes:
    """A (h, w, 3) picture as a PNG file; without loss, packed quickly rather than tightly."""
    file = io.BytesIO()
    Image.fromarray(rgb).save(file, "PNG", compress_level=3)
    return file.getvalue()
