"""How large a picture may be, and the setting that changes it."""

from __future__ import annotations

import os
from dataclasses import dataclass

from coach.settings import MAX_IMAGE_MB, Environment


@dataclass(frozen=True)
class ImageLimits:
    """What is still read."""

    size: int = 10_000_000
    """Bytes of the file."""
    pixels: int = 50_000_000
    """Width times height (50 million are the largest pictures that phones take as a rule; decoded
    they are 150 MB)."""
    webp_pixels: int = 16_000_000
    """Of a WebP, which is decoded in one piece, while all other threads wait
    (docs/performance.md)."""


def image_limits_from(environment: Environment = os.environ) -> ImageLimits:
    """The limits as they are set."""
    return ImageLimits(size=int(MAX_IMAGE_MB.read(environment) * 1e6))
