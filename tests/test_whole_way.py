"""The whole way from a video's pictures to reps, on a drawn person, whom every machine can see."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import av
import mediapipe as mp
import numpy as np
import pytest
from mediapipe.tasks.python import BaseOptions, vision

ROOT = Path(__file__).parents[1]


def coach(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "coach", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def analyzed(full_model, drawn_squats, tmp_path_factory):
    """Three analyses of the same video, and the landmarks of the first."""
    assert full_model
    track = tmp_path_factory.mktemp("track") / "squats.npz"
    common = ("analyze", drawn_squats, "--exercise", "squat", "--every-frame", "--json", "-")
    return [coach(*common, "--landmarks", track), coach(*common), coach(*common)], track


def test_three_drawn_squats_are_three_reps(analyzed):
    (first, *_), _ = analyzed
    assert first.returncode == 0, first.stderr
    assert json.loads(first.stdout)["rep_count"] == 3


def test_the_same_video_gives_the_same_result_bit_for_bit(analyzed):
    results = {done.stdout for done in analyzed[0]}
    assert len(results) == 1


def test_a_command_prints_its_own_lines_and_nothing_else(analyzed):
    assert [done.stderr for done in analyzed[0]] == [""] * 3


def test_a_person_is_seen_in_each_picture_in_which_the_published_network_sees_them(
    analyzed, full_model, drawn_squats
):
    seen = np.isfinite(np.load(analyzed[1])["image"]).all(axis=(1, 2))
    assert seen.tolist() == published(full_model, drawn_squats)
    assert seen.any()


def published(model: bytes, video: Path) -> list[bool]:
    """In which pictures bare MediaPipe sees somebody with the network as it is published."""
    options = vision.PoseLandmarkerOptions(
        base_options=BaseOptions(model_asset_buffer=model), running_mode=vision.RunningMode.VIDEO
    )
    seen = []
    with (
        vision.PoseLandmarker.create_from_options(options) as landmarker,
        av.open(str(video)) as container,
    ):
        for frame in container.decode(video=0):
            rgb = np.ascontiguousarray(frame.to_ndarray(format="rgb24"))
            image = mp.Image(image_format=mp.ImageFormat.SRGB, data=rgb)
            result = landmarker.detect_for_video(image, round((frame.time or 0.0) * 1000))
            seen.append(bool(result.pose_landmarks))
    return seen
