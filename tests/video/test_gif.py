"""A rep as a small GIF that browsers repeat."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from coach.files.errors import OutputError
from coach.video.gif import AROUND_S, FPS, LONGEST_SIDE, MOST_FRAMES, write_gif
from coach.video.writer import writing


def moving(path: Path, seconds: float, size: tuple[int, int] = (640, 360), fps: int = 30) -> Path:
    """A bright square that crosses a dark picture."""
    width, height = size
    with writing(path) as video:
        for i in range(round(seconds * fps)):
            picture = np.full((height, width, 3), 30, np.uint8)
            x = round(i / (seconds * fps) * (width - 60))
            picture[height // 2 : height // 2 + 60, x : x + 60] = (250, 90, 20)
            video.write(i / fps, picture)
    return path


def read(path: Path) -> list[tuple[float, np.ndarray]]:
    with av.open(str(path)) as container:
        return [
            (float(frame.time or 0.0), frame.to_ndarray(format="rgb24"))
            for frame in container.decode(video=0)
        ]


def test_the_part_that_was_asked_for_at_its_pace(tmp_path: Path) -> None:
    clip, gif = moving(tmp_path / "clip.mp4", 4.0), tmp_path / "rep.gif"
    write_gif(gif, clip, 1.0, 3.0)
    frames = read(gif)
    assert max(frames[0][1].shape) == LONGEST_SIDE
    assert len(frames) == pytest.approx((2.0 + 2 * AROUND_S) * FPS, abs=2)
    assert [b - a for (a, _), (b, _) in pairwise(frames)] == pytest.approx(
        [1 / FPS] * (len(frames) - 1), abs=0.04
    )
    first, last = (
        np.nonzero(rgb[..., 0].max(axis=0) > 150)[0].mean() for _, rgb in (frames[0], frames[-1])
    )
    assert first == pytest.approx((0.7 / 4 * 580 + 30) / 2, abs=6)
    assert last == pytest.approx((3.3 / 4 * 580 + 30) / 2, abs=12)
    assert gif.stat().st_size < 100_000
    assert b"NETSCAPE2.0" in gif.read_bytes(), "it repeats"


def test_a_long_rep_stays_small(tmp_path: Path) -> None:
    clip, gif = moving(tmp_path / "clip.mp4", 30.0, (64, 48), fps=15), tmp_path / "rep.gif"
    write_gif(gif, clip, 0.0, 30.0)
    frames = read(gif)
    assert len(frames) <= MOST_FRAMES + 1
    assert frames[-1][0] > 25


def test_the_same_video_gives_the_same_bytes(tmp_path: Path) -> None:
    clip = moving(tmp_path / "clip.mp4", 1.0)
    for name in ("a.gif", "b.gif"):
        write_gif(tmp_path / name, clip, 0.2, 0.8)
    assert (tmp_path / "a.gif").read_bytes() == (tmp_path / "b.gif").read_bytes()


def test_a_part_after_the_end_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    clip = moving(tmp_path / "clip.mp4", 1.0)
    with pytest.raises(OutputError, match="no picture"):
        write_gif(tmp_path / "rep.gif", clip, 9.0, 10.0)
    assert [path.name for path in tmp_path.iterdir()] == ["clip.mp4"]
