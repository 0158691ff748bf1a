"""`python -m coach evaluate`: what it says, to which stream, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from coach.arrays import Rgb
from coach.cli import main
from coach.evaluation.variants.rerecorded import RERECORDINGS
from coach.evaluation.variants.track_variants import TRACK_VARIANTS
from coach.motion.poses.pose import Pose
from coach.motion.poses.track import Track
from coach.tracks.npz import read_track, write_track
from coach.video.writer import writing
from coach.vision import detector
from coach.vision.models import model_store
from exercises import find
from tests.evaluation.figures import entry, manifest, squats

FEW = {key: find(key) for key in ("squat", "push_up", "plank")}
"""Every clip is tried under each: with all of them a test would take minutes."""


def run(*arguments: object) -> int:
    return main(FEW, ["evaluate", *map(str, arguments)])


@pytest.fixture
def one_clip(tmp_path: Path) -> Path:
    row = entry("two", view="side", reps_by_eye=2, bottoms_s=[2.0, 4.5], clip="two.mp4")
    return manifest(tmp_path, row, tracks={"two": squats(75, 80)})


def test_tables_go_to_standard_output(one_clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(one_clip) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Squat: 1 clips of 1 people or places\n")
    assert "this coach" in out
    assert "Variants" not in out
    assert err == ""


def test_some_exercises_alone(one_clip: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert run(one_clip, "--exercise", "plank", "--exercise", "squat", "--json", out) == 0
    assert list(json.loads(out.read_text("utf-8"))["exercises"]) == ["plank", "squat"]


def test_an_exercise_that_is_none_is_told(
    one_clip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(one_clip, "--exercise", "nap") == 2
    assert "no exercise 'nap': choose one of squat" in capsys.readouterr().err


def test_other_tracks_of_the_same_clips_are_compared(
    one_clip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "tracks_heavy"
    other.mkdir()
    write_track(other / "two.npz", squats(75))
    assert run(one_clip, "--against", other, "--json", tmp_path / "out.json") == 0
    told = capsys.readouterr().out
    assert "tracks_heavy:\n- two, squat: 2 -> 1 reps" in told
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    names = [(row["name"], row["folder"], row["counts_changed"]) for row in data["variants"]]
    assert names == [("as_it_is", None, 0), ("folder", "tracks_heavy", 1)]


def test_a_folder_without_a_track_of_any_clip_is_told(
    one_clip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(one_clip, "--against", tmp_path / "nowhere") == 2
    assert "two.npz" in capsys.readouterr().err


def test_json_holds_every_figure(
    one_clip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(one_clip, "--json", tmp_path / "out.json", "--variants") == 0
    told = capsys.readouterr().out
    assert "Variants" in told
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    counts = data["exercises"]["squat"]["counts"]
    assert [(row["view"], row["counted_by"]) for row in counts] == [
        (view, counter)
        for view in ("side", "all")
        for counter in ("coach", "two_thresholds", "zigzag")
    ]
    assert counts[0]["exact"] == {"hits": 1, "of": 1, "share": 1.0}
    assert data["exercises"]["push_up"]["faults"][0]["precision"] is None, "unknown is null"
    assert data["clips"]["squat"][0]["counted"] == {"coach": 2, "two_thresholds": 2, "zigzag": 2}
    assert [row["name"] for row in data["variants"]] == ["as_it_is", *TRACK_VARIANTS]
    assert run(one_clip, "--json", "-") == 0
    assert json.loads(capsys.readouterr().out)["variants"] == []


def test_what_is_missing_is_named_and_the_rest_is_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = manifest(tmp_path, entry("a"), entry("gone"), tracks={"a": squats(80)})
    assert run(path) == 0
    out = capsys.readouterr().out
    assert "Not scored: 1\n- gone: " in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["{folder}/no.json"], "does not exist", id="no manifest"),
        pytest.param(["{folder}"], "is a folder", id="a folder"),
        pytest.param(["{folder}/bad.json"], "holds no clips", id="no manifest inside"),
        pytest.param(["{folder}/empty.json"], "No clip of", id="nothing that can be scored"),
        pytest.param(["{manifest}", "--model", "full"], "add --from clips", id="model of tracks"),
        pytest.param(
            ["{manifest}", "--from", "clips", "--model", "huge"], "lite, full", id="no such model"
        ),
        pytest.param(["{manifest}", "--from", "dreams"], "invalid choice", id="no such source"),
        pytest.param(["{manifest}", "--json", "{manifest}"], "is the input", id="overwriting"),
        pytest.param(["{manifest}", "--json", "{folder}/no/o.json"], "make the folder", id="place"),
        pytest.param([], "MANIFEST", id="no argument"),
    ],
)
def test_bad_input_is_one_sentence(
    one_clip: Path,
    arguments: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = one_clip.parent
    (folder / "bad.json").write_text("{}", encoding="utf-8")
    (folder / "empty.json").write_text(json.dumps({"clips": [entry("gone")]}), encoding="utf-8")
    places = {"folder": folder, "manifest": one_clip}
    assert run(*(argument.format(**places) for argument in arguments)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
    assert err.count("\n") == 1


def test_broken_labelled_frames_are_told(
    one_clip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (one_clip.parent / "labelled").mkdir()
    (one_clip.parent / "labelled" / "ec_plank_a.csv").write_text("x\n", encoding="utf-8")
    assert run(one_clip) == 2
    assert "ec_plank_a.csv holds no labelled plank frames" in capsys.readouterr().err


class ReplayingDetector:
    """Sees in each picture what the track of tests saw at that time."""

    track: Track
    models: list[str]

    def __init__(self, model: str, quiet: bool = False) -> None:
        self.models.append(model)
        self.poses = dict(self.track.poses())

    def detect(self, rgb: Rgb, t: float) -> Pose | None:
        at = min(self.poses, key=lambda other: abs(other - t))
        pose = self.poses[at]
        return pose and Pose.from_arrays(t, pose.image, pose.world, pose.visibility, pose.size)

    def close(self) -> None:
        """Nothing is held."""


@pytest.fixture
def models(one_clip: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    track = read_track(one_clip.parent / "two.npz")
    with writing(one_clip.parent / "two.mp4") as writer:
        for t in track.t:
            writer.write(float(t), picture(t))
    used: list[str] = []
    monkeypatch.setattr(ReplayingDetector, "track", track, raising=False)
    monkeypatch.setattr(ReplayingDetector, "models", used, raising=False)
    monkeypatch.setattr(detector, "Detector", ReplayingDetector)
    monkeypatch.setattr(model_store, "ensure", lambda name, progress: Path(name))
    return used


def picture(t: float) -> Rgb:
    return np.full((36, 64, 3), 100 + round(10 * t) % 7, np.uint8)


def test_videos_take_the_way_of_the_camera(
    one_clip: Path, models: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (one_clip.parent / "two.npz").unlink()
    assert run(one_clip, "--from", "clips", "--model", "lite") == 0
    assert models == ["lite"]
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("side"))
    assert row.split()[:9] == ["side", "this", "coach", "1", "1", "2", "2", "1.00", "1.00"]


def test_variants_of_videos_are_detected_anew(
    one_clip: Path, models: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(one_clip, "--from", "clips", "--variants", "--json", "-") == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["from"], data["model"]) == ("clips", "full")
    names = [row["name"] for row in data["variants"]]
    assert names == [
        "as_it_is", *(name for name in TRACK_VARIANTS if name != "paced"),
        *RERECORDINGS, "every_frame", "model_lite", "model_heavy",
    ]  # fmt: skip
    full = ["full"] * (1 + len(RERECORDINGS) + 1)
    assert models == [*full, "lite", "heavy"], "each once, the base too"
