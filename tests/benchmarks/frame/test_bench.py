"""The whole measurement with the real network, on half a second of an empty room."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.cli import main
from benchmarks.frame.alone import has_interpreter
from benchmarks.frame.ours import PARTS as STEPS
from benchmarks.frame.way import ADAPTIVE, COMMON, FRAME, MASKLESS, MEDIAPIPE, NETWORK
from coach.vision.models import model_store
from exercises import registry


@pytest.fixture
def full_model() -> None:
    try:
        model_store.load("full")
    except model_store.ModelStoreError as error:
        pytest.skip(f"the real model is not at hand: {error}")


@pytest.mark.usefixtures("full_model")
def test_every_way_and_part_is_measured_in_one_run(
    clip: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "bench.json"
    arguments = [str(clip), "--models", "full", "--sizes", "360", "--json", str(out)]
    assert main(registry(), arguments) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    (run,) = found["runs"]
    assert (run["model"], run["size"]) == ("full", [640, 360])
    network = {NETWORK} if has_interpreter() else set()
    assert set(run["ways"]) == {MEDIAPIPE, MASKLESS, FRAME, COMMON, ADAPTIVE} | network
    assert set(run["parts"]) == set(STEPS)
    for figures in [*run["ways"].values(), *run["parts"].values()]:
        assert figures["frames"] == 15
        assert 0 < figures["cpu_median_ms"] <= figures["cpu_p95_ms"]
        assert figures["fps_per_core"] == pytest.approx(1000 / figures["cpu_ms"], rel=0.05, abs=5)
    # The parts are steps of the same frame: together they cost about what it costs as a whole.
    parts = sum(figures["cpu_median_ms"] for figures in run["parts"].values())
    assert parts == pytest.approx(run["ways"][FRAME]["cpu_median_ms"], rel=0.5)
    cpu = {name: figures["cpu_ms"] for name, figures in run["ways"].items()}
    assert found["ratios"]["frame_over_mediapipe"] == pytest.approx(
        cpu[FRAME] / cpu[MEDIAPIPE], rel=0.01
    )
    told = capfd.readouterr().out
    assert "MediaPipe alone" in told
    assert ("was not measured" in told) is not has_interpreter()


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--models", "tiny"], "no model called 'tiny'"),
        (["--sizes", "huge"], "'huge' is no size"),
        (["--sizes", "20000"], "'20000' is no size"),
        (["--seconds", "0"], "--seconds must be"),
        (["--seconds", "nan"], "--seconds must be"),
        (["--exercise", "juggling"], "no exercise 'juggling'"),
    ],
)
def test_bad_input_gives_one_sentence(
    clip: Path, options: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(registry(), [str(clip), *options]) == 2
    told = capsys.readouterr()
    assert complaint in told.err
    assert told.err.count("\n") == 1
    assert not told.out


@pytest.mark.usefixtures("full_model")
def test_a_clip_that_is_over_at_once_is_refused(
    clip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--models", "full", "--sizes", "64", "--seconds", "0.1"]
    assert main(registry(), [str(clip), *options]) == 2
    assert "too few frames" in capsys.readouterr().err
