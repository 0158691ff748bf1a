"""Pictures through FFmpeg's filters, one by one."""

from __future__ import annotations

from fractions import Fraction

import av.filter
import numpy as np
from av.video.format import VideoFormat
from av.video.frame import VideoFrame

from coach.arrays import Rgb

# A filter's own clock, for those that move with time.
_TICKS = 90_000

Filters = tuple[tuple[str, str], ...]
"""A chain: the name of each filter and its arguments, in FFmpeg's own words."""


class FilterChain:
    """Filters in a row, for pictures of one size; each picture gives one."""

    def __init__(self, filters: Filters, width: int, height: int) -> None:
        graph = av.filter.Graph()
        source = graph.add_buffer(
            width=width, height=height, format=VideoFormat("rgb24"), time_base=Fraction(1, _TICKS)
        )
        links = [graph.add(*named) for named in (*filters, ("format", "rgb24"), ("buffersink", ""))]
        for before, after in zip((source, *links), links, strict=False):
            before.link_to(after)
        graph.configure()
        self._graph = graph

    def apply(self, t: float, rgb: Rgb) -> Rgb:
        """The picture at t seconds, (h, w, 3) uint8, as the filters leave it."""
        frame = VideoFrame.from_ndarray(np.ascontiguousarray(rgb), format="rgb24")
        frame.pts, frame.time_base = round(t * _TICKS), Fraction(1, _TICKS)
        self._graph.push(frame)
        return np.asarray(self._graph.vpull().to_ndarray(format="rgb24"), dtype=np.uint8)
