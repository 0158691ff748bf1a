"""When a video was recorded: read off its header, believed only where it can be true."""

from __future__ import annotations

import io
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np
import pytest
from av.video.frame import VideoFrame
from hypothesis import given
from hypothesis import strategies as st

from coach.video.recorded_at import recorded_at

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
THEN = datetime(2024, 5, 6, 7, 8, 9, tzinfo=timezone.utc)


def video(when: datetime | None, kind: str = "mp4", **options: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "video"
        with av.open(str(path), "w", format=kind, options=options) as container:
            if when is not None:
                container.metadata["creation_time"] = when.isoformat()
            stream = container.add_stream("libx264", rate=25)
            stream.width, stream.height, stream.pix_fmt = 16, 16, "yuv420p"
            picture = VideoFrame.from_ndarray(np.zeros((16, 16, 3), np.uint8), format="rgb24")
            container.mux(stream.encode(picture))
            container.mux(stream.encode(None))
        return path.read_bytes()


PLAIN = video(THEN)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(PLAIN, THEN, id="header at the end"),
        pytest.param(video(THEN, movflags="faststart"), THEN, id="header in front"),
        pytest.param(video(THEN, "mov"), THEN, id="MOV"),
        pytest.param(video(None), None, id="a writer that knows no time"),
        pytest.param(video(NOW + timedelta(days=1)), None, id="recorded tomorrow"),
        pytest.param(video(THEN, "matroska"), None, id="another kind of file"),
        pytest.param(PLAIN[: PLAIN.index(b"mvhd")], None, id="cut off before the header"),
        pytest.param(b"", None, id="empty"),
    ],
)
def test_recorded_at(data, expected):
    assert recorded_at(io.BytesIO(data), NOW) == expected


@given(st.binary(max_size=200), st.integers(0, 400))
def test_no_bytes_are_too_strange(noise, place):
    place = min(place, len(PLAIN))
    recorded_at(io.BytesIO(PLAIN[:place] + noise + PLAIN[place:]), NOW)
    recorded_at(io.BytesIO(b"\0\0\0\0moov" + noise), NOW)
