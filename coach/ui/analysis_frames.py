"""Frames of an annotated video as pictures that travel with the page. Pure: no Streamlit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.files.video import VideoReader
from coach.ui.analysis_picture import as_data_url

_LONGEST = 560


@dataclass(frozen=True)
class Picture:
    """A frame of the video as the browser shows it. t: seconds; src: an address, or the JPEG itself
    as a data URL."""

    t: float
    src: str


def pictures(video: Path, times: Sequence[float]) -> dict[float, Picture]:
    """The frames shown at these times (seconds, rising), by time."""
    found: dict[float, Picture] = {}
    waiting = list(times)
    with VideoReader(video, longest_side=_LONGEST) as reader:
        for t, rgb in reader:
            while waiting and t >= waiting[0] - 0.001:
                found[waiting[0]] = Picture(waiting.pop(0), as_data_url(rgb, _LONGEST))
            if not waiting:
                break
    return found
