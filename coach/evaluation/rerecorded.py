"""A video as another camera would have recorded it: smaller, or at another frame rate."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from coach.files.video import VideoReader
from coach.files.video_writer import writing


@dataclass(frozen=True)
class Rerecording:
    """height: of the pictures, in pixels (None: as they are). fps: pictures kept in a second."""

    height: int | None = None
    fps: float | None = None


class Beat:
    """Which frames a camera of so many pictures a second would have seen; None: all."""

    def __init__(self, fps: float | None) -> None:
        self._step = 0.0 if fps is None else 1.0 / fps
        self._due: float | None = None

    def takes(self, t: float) -> bool:
        """Whether the frame at t seconds is kept; to be asked once for each, in order."""
        due = t if self._due is None else self._due
        if t < due - 1e-6:
            return False
        # From when it was due, not from when it came: else every delay would add up.
        self._due = due + self._step if due + self._step > t else t + self._step
        return True


@contextmanager
def rerecorded(path: Path, how: Rerecording, longest_side: int) -> Iterator[VideoReader]:
    """The video encoded anew as H.264 and opened for reading; nothing of it stays behind.

    longest_side: larger pictures are scaled down to it, in pixels. Raises VideoError or
    OutputError.
    """
    if how.height is not None:
        with VideoReader(path) as video:
            width, height = video.size
        longest_side = min(longest_side, round(how.height * max(1.0, width / height)))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "again.mp4"
        beat = Beat(how.fps)
        with VideoReader(path, longest_side=longest_side) as video, writing(copy) as writer:
            for t, rgb in video:
                if beat.takes(t):
                    writer.write(t, rgb)
        with VideoReader(copy) as again:
            yield again
