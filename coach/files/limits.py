"""How large a video may be, and the settings that change it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

MB = 1_000_000


@dataclass(frozen=True)
class Limits:
    """What is still read. pixels: of one picture (8K by default). seconds: of the whole video.
    size: bytes of the file."""

    pixels: int = 7680 * 4320
    seconds: float = 2 * 3600.0
    size: int = 500 * MB


def limits_from(environment: Mapping[str, str]) -> Limits:
    """The limits as COACH_MAX_VIDEO_MB and COACH_MAX_VIDEO_MINUTES set them; what is no number
    above 0 changes nothing."""
    usual = Limits()
    megabytes = _number(environment.get("COACH_MAX_VIDEO_MB", ""))
    minutes = _number(environment.get("COACH_MAX_VIDEO_MINUTES", ""))
    return Limits(
        seconds=usual.seconds if minutes is None else minutes * 60,
        size=usual.size if megabytes is None else round(megabytes * MB),
    )


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value > 0 else None
