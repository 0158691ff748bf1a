"""Frames of an annotated video as pictures that travel with the page. Pure: no Streamlit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.ui.player.picture import as_data_url
from coach.video.moments import frames_at

_LONGEST = 560


@dataclass(frozen=True)
class PlayerPicture:
    """A frame of the video as the browser shows it."""

    t: float
    """Seconds."""
    src: str
    """An address, or the JPEG itself as a data URL."""


def pictures(video: Path, times: Sequence[float]) -> dict[float, PlayerPicture]:
    """The frames shown at these times (seconds), by time. Raises VideoError."""
    frames = frames_at(video, times, longest_side=_LONGEST)
    return {
        t: PlayerPicture(t, as_data_url(rgb, _LONGEST))
        for t, (_, rgb) in zip(times, frames, strict=True)
    }
