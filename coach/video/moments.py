"""Single pictures out of a video, without looking at all of it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

from coach.arrays import Rgb
from coach.video.decoding import VideoReader
from coach.video.limits import VideoLimits

# Nearer than this it is quicker to decode what lies between than to wind on.
WIND_S = 4.0
# Half of the smallest step between two pictures: times were rounded on their way here.
ROUNDED_S = 0.0005


def frames_at(
    path: Path,
    times: Sequence[float],
    *,
    longest_side: int | None = None,
    limits: VideoLimits | None = None,
) -> list[tuple[float, Rgb]]:
    """For each of these times (seconds, in any order) the picture shown then, and since when.

    That is the last one that is not later; before the first picture it is the first, after the
    end the last. Raises VideoError as VideoReader does.
    """
    found: dict[float, tuple[float, Rgb]] = {}
    waiting = sorted(set(times))
    while waiting:
        batch = [waiting.pop(0)]
        while waiting and waiting[0] - batch[-1] < WIND_S:
            batch.append(waiting.pop(0))
        shown: tuple[float, Rgb] | None = None
        with closing(frames_from(path, batch[0], longest_side=longest_side, limits=limits)) as run:
            for t, rgb in run:
                while batch and shown is not None and t > batch[0] + ROUNDED_S:
                    found[batch.pop(0)] = shown
                if not batch:
                    break
                shown = (t, rgb)
        if shown is not None:
            found |= dict.fromkeys(batch, shown)
    return [found[t] for t in times]


def frames_from(
    path: Path,
    start_s: float,
    *,
    longest_side: int | None = None,
    limits: VideoLimits | None = None,
) -> Generator[tuple[float, Rgb], None, None]:
    """The pictures from a little before start_s (seconds) on, as VideoReader gives them.

    Raises VideoError as VideoReader does.
    """
    with VideoReader(path, longest_side=longest_side, limits=limits) as video:
        if start_s < WIND_S or video.skip(start_s):
            yield from video
            return
    with VideoReader(path, longest_side=longest_side, limits=limits) as video:
        yield from video
