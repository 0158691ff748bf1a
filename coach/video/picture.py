"""Single pictures as files."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from coach.arrays import Rgb
from coach.files.atomic import replacing


def write_png(path: Path, rgb: Rgb) -> None:
    """Write a (h, w, 3) picture as PNG, whole or not at all. Raises OutputError."""
    with replacing(path) as temporary:
        # Packed quickly rather than tightly.
        Image.fromarray(rgb).save(temporary, "PNG", compress_level=3)
