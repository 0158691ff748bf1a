"""Videos made on the fly, so that each test sees exactly the oddity that it is about."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest

BLUE, ORANGE = (0, 0, 255), (200, 60, 30)

Record = Callable[..., Path]


def quartered(width: int, height: int) -> npt.NDArray[np.uint8]:
    """An orange picture whose upper left quarter is blue, so that every turn of it is another."""
    picture = np.zeros((height, width, 3), np.uint8)
    picture[:] = ORANGE
    picture[: height // 2, : width // 2] = BLUE
    return picture


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """record(name, ...) writes a clip of quartered pictures and returns its path."""

    def write(
        name: str = "clip.mp4",
        *,
        codec: str = "libx264",
        pixels: str = "yuv420p",
        size: tuple[int, int] = (64, 48),
        times: Sequence[float] = tuple(i / 25 for i in range(10)),
        full_range: bool = False,
        alpha: int | None = None,
        options: dict[str, str] | None = None,
        index_first: bool = False,
        pixel_shape: Fraction | None = None,
        title: str = "",
    ) -> Path:
        path = tmp_path / name
        flags = {"movflags": "faststart"} if index_first else {}
        with av.open(str(path), "w", options=flags) as container:
            if title:
                container.metadata["title"] = title
            stream = container.add_stream(codec, rate=25, options=options or {})
            stream.width, stream.height, stream.pix_fmt = *size, pixels
            context = stream.codec_context
            context.time_base = stream.time_base = Fraction(1, 1000)
            if pixel_shape is not None:
                context.sample_aspect_ratio = pixel_shape
            if full_range:
                context.color_range = 2
            picture = quartered(*size)
            layout = "rgb24"
            if alpha is not None:
                layout = "rgba"
                picture = np.dstack([picture, np.full(size[::-1], alpha, np.uint8)])
            for t in times:
                frame = av.VideoFrame.from_ndarray(picture, format=layout)
                frame = frame.reformat(format=pixels, dst_color_range=2 if full_range else None)
                frame.pts, frame.time_base = round(t * 1000), Fraction(1, 1000)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        return path

    return write


@pytest.fixture
def record_sound(tmp_path: Path) -> Path:
    """A file with sound and nothing else."""
    path = tmp_path / "sound.m4a"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=8000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
        frame.rate = 8000
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def set_display_matrix(path: Path, a: int, b: int, c: int, d: int) -> None:
    """Write into an MP4's track header that (x, y) is to be shown at (a x + c y, b x + d y)."""
    data = bytearray(path.read_bytes())
    matrix = data.find(b"tkhd") + 44
    one = 1 << 16
    values = (a * one, b * one, 0, c * one, d * one, 0, 0, 0, 1 << 30)
    assert struct.unpack_from(">9i", data, matrix) == (one, 0, 0, 0, one, 0, 0, 0, 1 << 30)
    struct.pack_into(">9i", data, matrix, *values)
    path.write_bytes(data)


@pytest.fixture
def turn() -> Callable[[Path, int, int, int, int], None]:
    return set_display_matrix
