"""How large a video may be, and the settings that change it."""

from __future__ import annotations

import os
from dataclasses import dataclass

from coach.settings import MAX_VIDEO_MB, MAX_VIDEO_MINUTES, Environment

MB = 1_000_000


@dataclass(frozen=True)
class VideoLimits:
    """What is still read. pixels: of one picture (8K by default). seconds: of the whole video.
    size: bytes of the file."""

    pixels: int = 7680 * 4320
    seconds: float = 2 * 3600.0
    size: int = 500 * MB


def video_limits_from(environment: Environment = os.environ) -> VideoLimits:
    """The limits as they are set."""
    return VideoLimits(
        seconds=MAX_VIDEO_MINUTES.read(environment) * 60,
        size=round(MAX_VIDEO_MB.read(environment) * MB),
    )
