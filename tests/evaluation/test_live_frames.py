"""The frames of a clip as a stream gives them."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.evaluation.live_frames import read_frames
from coach.files.errors import VideoError


@pytest.fixture
def clip(write_clip) -> Path:
    return write_clip((128, 72), 25, 20)


def test_frames_are_as_a_stream_gives_them(clip: Path) -> None:
    frames = read_frames(clip, 36, 60)
    assert len(frames) == 20
    assert {(f.width, f.height, f.format.name) for f in frames} == {(64, 36, "yuv420p")}
    times = [float(f.time or 0) for f in frames]
    assert times == pytest.approx([i / 25 for i in range(20)])


def test_only_so_many_seconds_are_taken(clip: Path) -> None:
    assert len(read_frames(clip, 72, 0.2)) == 6


def test_an_upright_clips_shorter_side_is_its_width(clip: Path) -> None:
    (frame, *_) = read_frames(clip, 64, 0.1)
    assert (frame.width, frame.height) == (114, 64)


def test_what_is_no_clip_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VideoError, match="missing"):
        read_frames(tmp_path / "missing.mp4", 36, 1)
