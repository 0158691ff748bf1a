"""Single pictures at the right times, without decoding everything before them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.files.errors import VideoError
from coach.video.decoding import VideoReader
from coach.video.moments import frames_at, frames_from
from coach.video.writer import writing

FPS, SECONDS = 10, 60


@pytest.fixture(scope="module")
def grey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A minute whose pictures get brighter from second to second."""
    path = tmp_path_factory.mktemp("moments") / "grey.mp4"
    with writing(path) as video:
        for i in range(FPS * SECONDS):
            video.write(i / FPS, np.full((48, 64, 3), 20 + 3 * (i // FPS), np.uint8))
    return path


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        pytest.param(0.0, 0.0, id="the first"),
        pytest.param(3.25, 3.2, id="between two pictures: the one before"),
        pytest.param(3.2, 3.2, id="exactly"),
        pytest.param(3.1999, 3.2, id="exactly, rounded on the way"),
        pytest.param(45.04, 45.0, id="far in"),
        pytest.param(999.0, 59.9, id="after the end: the last"),
        pytest.param(-5.0, 0.0, id="before the beginning: the first"),
    ],
)
def test_what_was_shown_then(grey: Path, asked: float, shown: float) -> None:
    ((t, rgb),) = frames_at(grey, [asked])
    assert t == pytest.approx(shown, abs=1e-3)
    assert rgb.mean() == pytest.approx(20 + 3 * (shown // 1), abs=2)


def test_any_order_and_twice(grey: Path) -> None:
    found = frames_at(grey, [30.0, 2.0, 30.0, 2.1])
    assert [t for t, _ in found] == pytest.approx([30.0, 2.0, 30.0, 2.1], abs=1e-3)
    assert frames_at(grey, []) == []


def test_far_in_it_is_wound_on(grey: Path) -> None:
    pictures = frames_from(grey, 45.0)
    t, _ = next(pictures)
    pictures.close()
    assert 20 < t <= 45.0, "a key picture shortly before"


def test_a_file_that_cannot_be_wound_on_is_read_through(
    grey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VideoReader, "skip", lambda self, seconds: False)
    pictures = frames_from(grey, 45.0)
    assert next(pictures)[0] == 0.0
    pictures.close()


def test_a_recording_that_starts_late_is_wound_on_by_its_own_time(tmp_path: Path) -> None:
    """What comes out of a camera or a stream may begin at any stamp."""
    path = tmp_path / "late.mp4"
    with writing(path) as video:
        for i in range(300):
            video.write(100.0 + i / 10, np.full((48, 64, 3), 20 + i // 2, np.uint8))
    ((t, rgb),) = frames_at(path, [20.0])
    assert t == pytest.approx(20.0, abs=1e-3)
    assert rgb.mean() == pytest.approx(120, abs=2)


def test_no_video_is_told(tmp_path: Path) -> None:
    with pytest.raises(VideoError, match="does not exist"):
        frames_at(tmp_path / "none.mp4", [1.0])
