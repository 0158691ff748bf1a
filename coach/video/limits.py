"""How large a video may be, and the settings that change it."""

from __future__ import annotations

import os
from dataclasses import dataclass

from coach.settings import MAX_VIDEO_MB, MAX_VIDEO_MINUTES, Environment

MB = 1_000_000


@dataclass(frozen=True)
class VideoLimits:
    """What is still read."""

    pixels: int = 7680 * 4320
    """Of one picture (8K by default)."""
    seconds: float = 2 * 3600.0
    """Of the whole video."""
    size: int = 500 * MB
    """Bytes of the file."""


def video_limits_from(environment: Environment = os.environ) -> VideoLimits:
    """The limits as they are set."""
    return VideoLimits(
        seconds=MAX_VIDEO_MINUTES.read(environment) * 60,
        size=round(MAX_VIDEO_MB.read(environment) * MB),
    )
