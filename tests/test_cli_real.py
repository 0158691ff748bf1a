"""The whole way on a real clip: file, network, engine, overlay, and every output."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from coach.files.track_file import read_track
from coach.files.video import VideoReader
from coach.vision import model_store

ROOT = Path(__file__).parent.parent
CLIP = ROOT.parent / "shared" / "data" / "clips" / "squat_side_deep_1.mp4"
FRAMES = 67


@pytest.fixture
def clip() -> Path:
    if not CLIP.is_file():
        pytest.skip("the clips in ../shared/data are not at hand")
    try:
        model_store.ensure()
    except model_store.ModelStoreError as error:
        pytest.skip(str(error))
    return CLIP


def coach(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "coach", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_a_real_clip_is_counted_drawn_and_replayed(clip: Path, tmp_path: Path) -> None:
    video, landmarks = tmp_path / "v.mp4", tmp_path / "l.npz"
    ended = coach(
        "analyze", clip, "--exercise", "squat", "--json", "-",
        "--video", video, "--landmarks", landmarks,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    report = json.loads(ended.stdout)
    assert report["rep_count"] == 1
    assert report["view"] == "right"

    track = read_track(landmarks)
    assert len(track.t) == FRAMES
    assert np.isfinite(track.image).all(axis=(1, 2)).mean() > 0.9, "the person is seen"

    with VideoReader(clip) as before, VideoReader(video) as after:
        pairs = list(zip(before, after, strict=True))
    assert [t for (t, _), _ in pairs] == pytest.approx([t for _, (t, _) in pairs], abs=1e-4)
    changed = [np.abs(a.astype(int) - b).mean() for (_, a), (_, b) in pairs]
    assert min(changed) > 1.0, "every picture was drawn on"

    again = coach("replay", landmarks, "--exercise", "squat", "--json", "-")
    assert again.stdout == ended.stdout, "the landmarks hold all that the judgement needs"
