"""Moving pictures for messages: a few seconds of a video as a small GIF."""

from __future__ import annotations

from contextlib import closing
from fractions import Fraction
from pathlib import Path

import av
import av.filter
import numpy as np
from av.video.format import VideoFormat
from av.video.frame import VideoFrame

from coach.arrays import Rgb
from coach.files.atomic import replacing
from coach.files.errors import OutputError
from coach.texts import say
from coach.video.moments import ROUNDED_S, frames_from

LONGEST_SIDE = 320
FPS = 10.0
# A slow rep is shown in fewer pictures a second, so that it stays small.
MOST_FRAMES = 100
# What is shown before and after, so that the eye finds its way in.
AROUND_S = 0.3
# GIF counts in hundredths of a second.
_TICKS = 100


def write_gif(path: Path, video: Path, start_s: float, end_s: float) -> None:
    """Write the part of a video from start_s to end_s seconds as a GIF that repeats.

    Raises VideoError where the video cannot be read, OutputError where the GIF cannot be written or
    no picture lies in that part.
    """
    start, end = max(0.0, start_s - AROUND_S), end_s + AROUND_S
    step = max(1 / FPS, (end - start) / MOST_FRAMES)
    frames: list[tuple[float, Rgb]] = []
    with closing(frames_from(video, start, longest_side=LONGEST_SIDE)) as pictures:
        for t, rgb in pictures:
            if t > end:
                break
            if t >= start - ROUNDED_S and t >= start + len(frames) * step - ROUNDED_S:
                frames.append((t - start, rgb))
    if not frames:
        raise OutputError(say("file.nothing_to_write", file=path))
    with replacing(path) as temporary:
        _encode(temporary, frames, step)


def _encode(path: Path, frames: list[tuple[float, Rgb]], step: float) -> None:
    height, width = frames[0][1].shape[:2]
    graph = _graph(width, height)
    for i, (_, rgb) in enumerate(frames):
        frame = VideoFrame.from_ndarray(np.ascontiguousarray(rgb), format="rgb24")
        frame.pts, frame.time_base = i, Fraction(1, _TICKS)
        graph.push(frame)
    graph.push(None)
    options = {"loop": "0", "final_delay": str(round(step * _TICKS))}
    with av.open(f"file:{path}", "w", format="gif", options=options) as container:
        stream = container.add_stream("gif", rate=_TICKS)
        stream.width, stream.height, stream.pix_fmt = width, height, "pal8"
        stream.codec_context.time_base = stream.time_base = Fraction(1, _TICKS)
        origin = frames[0][0]
        for t, _ in frames:
            frame = graph.vpull()
            frame.pts, frame.time_base = round((t - origin) * _TICKS), Fraction(1, _TICKS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _graph(width: int, height: int) -> av.filter.Graph:
    """One palette of 256 colours for all pictures, then each picture in it."""
    graph = av.filter.Graph()
    source = graph.add_buffer(
        width=width, height=height, format=VideoFormat("rgb24"), time_base=Fraction(1, _TICKS)
    )
    split = graph.add("split")
    # Most of what moves is the person: its colours count, and only its part is stored anew.
    palette = graph.add("palettegen", "stats_mode=full")
    use = graph.add("paletteuse", "dither=bayer:bayer_scale=4:diff_mode=rectangle")
    sink = graph.add("buffersink")
    source.link_to(split)
    split.link_to(palette, 0)
    split.link_to(use, 1, 0)
    palette.link_to(use, 0, 1)
    use.link_to(sink)
    graph.configure()
    return graph
