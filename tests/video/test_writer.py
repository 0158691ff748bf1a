"""Writing MP4s: what goes in comes out, and a failure leaves nothing behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from coach.files.errors import OutputError
from coach.video.decoding import VideoReader
from coach.video.writer import writing

UNEVEN = [0.0, 0.033, 0.1, 0.15, 0.5, 0.51, 1.2]


def picture(width: int = 64, height: int = 48) -> Any:
    rgb = np.zeros((height, width, 3), np.uint8)
    rgb[:] = (200, 60, 30)
    rgb[: height // 2, : width // 2] = (0, 0, 255)
    return rgb


def test_uneven_times_and_colours_come_back(tmp_path: Path) -> None:
    path = tmp_path / "out.mp4"
    with writing(path) as video:
        for t in UNEVEN:
            video.write(t, picture())
    with VideoReader(path) as read:
        pairs = list(read)
        assert read.warnings == []
    assert [t for t, _ in pairs] == pytest.approx(UNEVEN, abs=1e-4)
    rgb = pairs[3][1].astype(int)
    assert np.abs(rgb[5, 5] - (0, 0, 255)).max() < 10
    assert np.abs(rgb[40, 60] - (200, 60, 30)).max() < 10


@pytest.mark.parametrize(
    ("size", "written"),
    [((64, 48), (64, 48)), ((63, 47), (64, 48)), ((1, 1), (2, 2)), ((352, 640), (352, 640))],
)
def test_sizes_are_made_even(
    tmp_path: Path, size: tuple[int, int], written: tuple[int, int]
) -> None:
    path = tmp_path / "out.mp4"
    with writing(path) as video:
        video.write(0.0, picture(*size))
    with VideoReader(path) as read:
        assert read.size == written


def test_browsers_can_play_it_while_it_loads(tmp_path: Path) -> None:
    path = tmp_path / "out.mp4"
    with writing(path) as video:
        video.write(0.0, picture())
    data = path.read_bytes()
    assert data.find(b"moov") < data.find(b"mdat")
    with av.open(str(path)) as container:
        context = container.streams.video[0].codec_context
        assert (context.name, context.pix_fmt) == ("h264", "yuv420p")


def test_names_with_colons_are_names(tmp_path: Path) -> None:
    path = tmp_path / "set 1: squats é.mp4"
    with writing(path) as video:
        video.write(0.0, picture())
    assert list(tmp_path.iterdir()) == [path]


def _interrupted(path: Path) -> None:
    with writing(path) as video:
        video.write(0.0, picture())
        raise KeyboardInterrupt


def _another_size(path: Path) -> None:
    with writing(path) as video:
        video.write(0.0, picture())
        video.write(0.1, picture(32, 32))


def _no_picture(path: Path) -> None:
    with writing(path):
        pass


@pytest.mark.parametrize(
    ("fail", "error"),
    [
        (_interrupted, KeyboardInterrupt),
        (_another_size, ValueError),
        (_no_picture, OutputError),
    ],
)
def test_a_failure_leaves_the_old_file(
    tmp_path: Path, fail: Any, error: type[BaseException]
) -> None:
    path = tmp_path / "out.mp4"
    path.write_bytes(b"old")
    with pytest.raises(error):
        fail(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
