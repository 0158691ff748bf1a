"""How large a picture may be, and the setting that changes it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from coach.texts import say

LOGGER = logging.getLogger(__name__)

SETTING = "COACH_MAX_IMAGE_MB"


@dataclass(frozen=True)
class ImageLimits:
    """What is still read. size: bytes of the file. pixels: width times height (50 million are the
    largest pictures that phones take as a rule; decoded they are 150 MB). webp_pixels: of a WebP,
    which is decoded in one piece, while all other threads wait (13 ms a million)."""

    size: int = 10_000_000
    pixels: int = 50_000_000
    webp_pixels: int = 16_000_000


def limits_from(environment: Mapping[str, str]) -> ImageLimits:
    """The limits as they are set; a setting that is no number above 0 is named in the log."""
    text = environment.get(SETTING, "").strip()
    if not text:
        return ImageLimits()
    try:
        size = int(float(text) * 1e6)
    except (ValueError, OverflowError):
        size = 0
    if size <= 0:
        LOGGER.warning("%s", say("jobs.setting_wrong", name=SETTING, value=text))
        return ImageLimits()
    return ImageLimits(size=size)
