"""`python -m coach analyze` on one video: what it writes beside the report, and what it says."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from coach.analysis.analysis import Analysis
from coach.analysis.analysis import analyze as analyze_pictures
from coach.cli import main
from coach.commands.batches import one_video
from coach.motion.report import Report
from coach.motion.snapshot import Rep
from coach.tracks.npz import read_track
from coach.tracks.text import COLUMNS
from coach.video.decoding import VideoReader
from coach.vision import detector
from coach.vision.models import model_store
from exercises import registry
from tests.commands.figures import FRAMES, FakeDetector, make_clip


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detector, "Detector", FakeDetector)
    monkeypatch.setattr(model_store, "ensure", lambda name, progress: Path(f"/models/{name}"))


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_clip(tmp_path / "clip.mp4", brightness=200)


def analyze(*arguments: object) -> int:
    return main(registry(), ["analyze", *map(str, arguments)])


def test_landmarks_are_the_same_in_every_form(tmp_path: Path, clip: Path) -> None:
    for name in ("l.npz", "l.csv", "l.JSON"):
        assert analyze(clip, "--exercise", "squat", "--landmarks", tmp_path / name) == 0
    track = read_track(tmp_path / "l.npz")
    with (tmp_path / "l.csv").open(encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file)
    assert names == list(COLUMNS)
    assert [float(row[0]) for row in rows] == track.t.tolist()
    assert np.float32(rows[3][names.index("left_hip_world_y")]) == track.world[3, 23, 1]
    told = json.loads((tmp_path / "l.JSON").read_text(encoding="utf-8"))
    assert told["size"] == [64, 48]
    for name in ("image", "world", "visibility"):
        texts = np.float32([frame[name] for frame in told["frames"]])
        assert np.array_equal(texts, np.float32(getattr(track, name)))


def test_reps_as_a_table(tmp_path: Path, clip: Path) -> None:
    assert analyze(clip, "--exercise", "squat", "--reps", tmp_path / "r.csv") == 0
    assert (tmp_path / "r.csv").read_text(encoding="utf-8").startswith("kind,number,start_s,")


def test_a_program_is_told_how_far_it_is(clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert analyze(clip, "--exercise", "squat", "--progress-json", "--json", "-") == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["exercise"] == "squat"
    first, *_, last = [json.loads(line) for line in err.splitlines() if "stage" in line]
    assert first == {"stage": "video", "done": 1, "total": FRAMES, "seconds": 0.0}
    assert (last["done"], last["seconds"]) == (FRAMES, pytest.approx((FRAMES - 1) / 30, abs=1e-3))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["{here}/none.mp4", "--exercise", "squat"], "does not exist"),
        (["{clip}", "--exercise", "squat", "--what"], "--what"),
        (["{clip}", "--exercise", "squat", "--reps", "{clip}"], "is the input itself"),
        (["{clip}", "--exercise", "squat", "--gif", "x", "r.gif"], "--gif takes the number"),
        (["{clip}", "--exercise", "squat", "--gif", "1", "{clip}"], "is the input itself"),
        (["{clip}", "--exercise", "squat", "--follow", "0.5"], "--follow takes"),
        (["{clip}", "--exercise", "squat", "--follow", "0.5,1.5"], "--follow takes"),
        (["{clip}", "--exercise", "squat", "--follow", "0.5,nan"], "--follow takes"),
        (["{clip}", "--exercise", "squat", "--follow", "0.5,0.5@"], "--follow takes"),
        (["{clip}", "--exercise", "squat", "--follow", "0.5,0.5@inf"], "--follow takes"),
        (["{clip}", "--exercise", "squat", "--follow", "0.5,0.5@9"], "Nobody is seen at 9.0 s"),
    ],
)
def test_a_program_is_told_what_is_wrong(
    tmp_path: Path,
    clip: Path,
    arguments: list[str],
    says: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    places = {"here": tmp_path, "clip": clip}
    given = [argument.format(**places) for argument in arguments]
    assert analyze(*given, "--progress-json") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in json.loads(err.splitlines()[-1])["error"]


def test_a_video_without_anybody_is_an_error_at_the_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    black = make_clip(tmp_path / "black.mp4", brightness=0)
    reps = tmp_path / "r.csv"
    assert analyze(black, "--exercise", "squat", "--progress-json", "--reps", reps) == 2
    last = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert "Nobody is seen" in last["error"]
    assert reps.read_text(encoding="utf-8").count("\n") == 1


def test_the_one_pointed_at_is_followed(
    tmp_path: Path, clip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    landmarks = tmp_path / "l.npz"
    ended = analyze(
        clip, "--exercise", "squat", "--follow", "0.5,0.5@0.2", "--landmarks", landmarks,
        "--progress-json",
    )  # fmt: skip
    assert ended == 0
    assert len(read_track(landmarks).t) == FRAMES
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    done = [line["done"] for line in told if "done" in line]
    assert done == sorted(done)
    assert done[-1] == FRAMES


@pytest.mark.parametrize("video", [True, False], ids=["beside the video", "alone"])
def test_gifs_of_reps(
    tmp_path: Path,
    clip: Path,
    video: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One rep, and one that there is not, which is no failure."""
    done = Report("squat", "beginner", 0.4, reps=(Rep(1, 0.1, 0.2, 0.3, 1.0),))

    def one_rep(*arguments: Any, **options: Any) -> Analysis:
        return replace(analyze_pictures(*arguments, **options), report=done)

    monkeypatch.setattr(one_video, "analyze", one_rep)
    out = tmp_path / "out"
    out.mkdir()
    asked = ["--gif", "1", out / "1.gif", "--gif", "7", out / "7.gif"]
    if video:
        asked += ["--video", out / "v.mp4"]
    assert analyze(clip, "--exercise", "squat", *asked) == 0
    assert sorted(path.name for path in out.iterdir()) == ["1.gif", "v.mp4"][: 1 + video]
    assert (out / "1.gif").read_bytes()[:3] == b"GIF"
    assert "There is no rep 7 of 1 counted ones" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [["--video", "v.mp4"], ["--landmarks", "l.npz"], []])
def test_a_video_on_its_side_is_told_and_written_upright(
    tmp_path: Path,
    clip: Path,
    asked: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where nothing is written that shows a picture it is looked at once."""
    sizes: list[tuple[int, int]] = []

    def on_its_side(pictures: Any, *arguments: Any, **options: Any) -> Analysis:
        sizes.append(pictures.size)
        analysis = analyze_pictures(pictures, *arguments, **options)
        return replace(analysis, turned=3 if len(sizes) == 1 else 0)

    monkeypatch.setattr(one_video, "analyze", on_its_side)
    outputs = [str(tmp_path / name) if "." in name else name for name in asked]
    assert analyze(clip, "--exercise", "squat", *outputs) == 0
    assert capsys.readouterr().err.count("turned by 270 degrees clockwise") == 1
    assert sizes == [(64, 48), (48, 64)][: 2 if asked else 1]
    if "l.npz" in asked:
        assert read_track(tmp_path / "l.npz").size == (48, 64)
    if "v.mp4" in asked:
        with VideoReader(tmp_path / "v.mp4") as video:
            assert video.size == (48, 64)
