"""How quickly files are analyzed: the ratios, and every way on a real clip."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.files import BARE, WAYS, FilesBench, Run, bench_files
from coach.vision.models import model_store
from exercises import registry

CLIP = Path(__file__).parents[3] / "shared" / "data" / "clips" / "squat_side_deep_1.mp4"


def test_ratios_are_of_frame_rates_in_the_same_round() -> None:
    """The machine was twice as slow in the second round, for both alike; in the third for one."""
    rounds = tuple(
        {BARE: Run(100, bare, bare), "video": Run(50, video, 2 * video)}
        for bare, video in ((1.0, 1.0), (2.0, 2.0), (1.0, 4.0))
    )
    result = FilesBench("full", (640, 360), rounds)
    assert result.wall_ratio("video") == 0.5
    assert result.cpu_ratio("video") == 0.25
    assert result.wall_ratio(BARE) == 1.0


def test_every_way_sees_the_same_frames() -> None:
    if not CLIP.is_file():
        pytest.skip("the clips in ../shared/data are not at hand")
    try:
        model_store.ensure()
    except model_store.ModelStoreError as error:
        pytest.skip(str(error))
    told = []
    exercise = registry()["squat"]
    result = bench_files(
        CLIP, exercise, "full", 0.5, lambda done, total: told.append((done, total)), rounds=1
    )
    (run,) = result.rounds
    assert list(run) == list(WAYS)
    assert {way.frames for way in run.values()} == {15}
    assert told == [(1, 1)]
