"""A clip for the measurement: nobody is in it, and it is over in half a second."""

from __future__ import annotations

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
