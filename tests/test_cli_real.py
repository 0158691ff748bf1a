"""The whole way on a real clip: file, network, engine, overlay, and every output."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from coach.tracks.npz import read_track
from coach.video.decoding import VideoReader
from coach.vision.models import model_store

ROOT = Path(__file__).parent.parent
CLIPS = ROOT.parent / "shared" / "data" / "clips"
FRAMES = 67


def real(name: str) -> Path:
    path = CLIPS / f"{name}.mp4"
    if not path.is_file():
        pytest.skip("the clips in ../shared/data are not at hand")
    try:
        model_store.ensure()
    except model_store.ModelStoreError as error:
        pytest.skip(str(error))
    return path


def coach(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "coach", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_a_real_clip_is_counted_drawn_and_replayed(tmp_path: Path) -> None:
    clip = real("squat_side_deep_1")
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


@pytest.mark.parametrize(
    ("name", "exercise", "reps"),
    [
        pytest.param("squat_front45_gym_6", "squat", 6, id="half turned, in a gym"),
        pytest.param("squat_45_home_correct_4", "squat", 4, id="half turned, at home"),
        pytest.param("push_up_sideleft_gym_4", "push_up", 4, id="from the side"),
        pytest.param("push_up_front_2", "push_up", 2, id="from the front"),
        pytest.param("neg_walking", "squat", 0, id="somebody who only walks"),
    ],
)
def test_a_clip_is_counted_as_by_eye_and_the_same_bit_for_bit_when_counted_again(
    name: str, exercise: str, reps: int, tmp_path: Path
) -> None:
    results = [tmp_path / "first.json", tmp_path / "again.json"]
    for result in results:
        ended = coach("analyze", real(name), "--exercise", exercise, "--json", result)
        assert ended.returncode == 0, ended.stderr
    first, again = [result.read_bytes() for result in results]
    assert json.loads(first)["rep_count"] == reps
    assert first == again
