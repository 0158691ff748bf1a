"""What is shown where nothing could be drawn."""

from __future__ import annotations

import numpy as np

from coach.arrays import Rgb
from coach.live.settings import Settings
from coach.vision.pictures.mirror import mirror

PLAIN = 24
"""Grey level, 0 to 255, of the privacy view without a figure."""


def fallback_frame(rgb: Rgb, settings: Settings) -> Rgb:
    """The picture (h, w, 3), mirrored as it was asked for; in the privacy view none of it."""
    if settings.privacy:
        return np.full_like(rgb, PLAIN)
    return mirror(rgb) if settings.mirrored else rgb
