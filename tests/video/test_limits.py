"""How large a video may be, and how that is set."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from coach.files.errors import VideoError
from coach.video.decoding import VideoReader
from coach.video.limits import VideoLimits, video_limits_from


@pytest.mark.parametrize(
    ("environment", "limits"),
    [
        ({}, VideoLimits(seconds=7200, size=500_000_000)),
        ({"COACH_MAX_VIDEO_MB": "2000"}, VideoLimits(size=2_000_000_000)),
        ({"COACH_MAX_VIDEO_MINUTES": "0.5"}, VideoLimits(seconds=30)),
    ],
)
def test_settings(environment: dict[str, str], limits: VideoLimits) -> None:
    assert video_limits_from(environment) == limits


def test_a_large_file_is_told_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.mp4"
    with path.open("wb") as file:
        file.truncate(600_000_000)
    with pytest.raises(VideoError, match=r"600 MB, more than the 500.*COACH_MAX_VIDEO_MB"):
        VideoReader(path)


def test_what_was_cut_at_the_limit_is_read(record: Any) -> None:
    """A tool that cuts after two hours leaves a picture more."""
    path = record(times=[i / 2 for i in range(121)])
    with VideoReader(path, limits=VideoLimits(seconds=60.0)) as video:
        assert sum(1 for _ in video) == 121
