"""A video as another camera would have recorded it: smaller, slower, in the dark, in a hand."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from coach.evaluation.variants.filters import FilterChain, Filters
from coach.video.decoding import VideoReader
from coach.video.writer import writing


@dataclass(frozen=True)
class Rerecording:
    """One way to record a clip anew."""

    height: int | None = None
    """Of the pictures, in pixels (None: as they are)."""
    fps: float | None = None
    """Pictures kept in a second."""
    filters: Filters = ()
    """What the pictures go through."""


_SWAY = ("x='iw*0.015*(2+sin(4*t)+sin(9*t))'", "y='ih*0.015*(2+sin(7*t)+sin(12*t))'")

RERECORDINGS: Mapping[str, Rerecording] = MappingProxyType(
    {
        "240p": Rerecording(height=240),
        "15_fps_video": Rerecording(fps=15.0),
        "mirrored_video": Rerecording(filters=(("hflip", ""),)),
        "dark": Rerecording(
            filters=(
                ("lutrgb", "r=val*0.3:g=val*0.3:b=val*0.3"),
                ("noise", "alls=22:allf=t:all_seed=1"),
            )
        ),
        "in_a_hand": Rerecording(
            filters=(
                ("rotate", "a='0.03*(sin(5*t)+sin(11*t))':fillcolor=gray"),
                ("crop", ":".join(("w=iw*0.94", "h=ih*0.94", *_SWAY))),
            )
        ),
        "askew": Rerecording(filters=(("rotate", "a=7*PI/180:fillcolor=gray"),)),
        "wide_lens": Rerecording(filters=(("lenscorrection", "k1=0.2:k2=0:i=bilinear"),)),
    }
)
"""By name; the text to a name stands under `evaluate.variant_NAME`. A hand turns the camera by up
to 3.4 degrees and moves it by 3 parts of a hundred to each side, in 0.5 to 1.6 s."""


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
            chain = FilterChain(how.filters, *video.size)
            for t, rgb in video:
                if beat.takes(t):
                    writer.write(t, chain.apply(t, rgb))
        with VideoReader(copy) as again:
            yield again
