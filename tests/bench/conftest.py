"""A clip for the measurement: nobody is in it, and it is over in half a second."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

FRAMES = 20


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "empty_room.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 128, 72, "yuv420p"
        for i in range(FRAMES):
            picture = np.full((72, 128, 3), 60 + 5 * i, np.uint8)
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = i, Fraction(1, 25)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.fixture
def write_clip(tmp_path: Path) -> Callable[[tuple[int, int], int, int], Path]:
    """Writes a clip of a size (width, height), so many pictures a second, so many in all."""

    def write(size: tuple[int, int], rate: int, count: int) -> Path:
        path = tmp_path / "clip.mp4"
        with av.open(str(path), "w") as out:
            stream = out.add_stream("libx264", rate=rate)
            stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
            for i in range(count):
                grey = np.full((size[1], size[0], 3), i * 5 % 255, np.uint8)
                frame = av.VideoFrame.from_ndarray(grey, format="rgb24")
                frame.pts, frame.time_base = i, Fraction(1, rate)
                out.mux(stream.encode(frame))
            out.mux(stream.encode(None))
        return path

    return write
