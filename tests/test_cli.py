"""The command line: what it says, to which stream, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from coach.cli import main
from coach.motion.codec import from_json
from coach.motion.poses.pose import Pose
from coach.motion.poses.track import Track
from coach.texts.languages import LANGUAGES, Language
from coach.tracks.npz import read_track, write_track
from coach.video.decoding import VideoReader
from coach.video.writer import writing
from coach.vision import detector, overlay
from coach.vision.models import model_store
from exercises import registry
from tests.commands.figures import FRAMES, FakeDetector, make_clip, somebody

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detector, "Detector", FakeDetector)
    monkeypatch.setattr(model_store, "ensure", lambda name, progress: Path(f"/models/{name}"))


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_clip(tmp_path / "clip.mp4", brightness=200)


@pytest.fixture
def track(tmp_path: Path) -> Path:
    path = tmp_path / "track.npz"
    times = [i / 30 for i in range(FRAMES)]
    write_track(path, Track.from_poses([(t, somebody(t, (64, 48))) for t in times], (64, 48)))
    return path


def run(*arguments: object) -> int:
    return main(registry(), [str(argument) for argument in arguments])


def test_json_video_and_landmarks_in_one_go(
    tmp_path: Path, clip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    status = run(
        "analyze", clip, "--exercise", "squat", "--level", "strict",
        "--json", out / "r.json", "--video", out / "v.mp4", "--landmarks", out / "l.npz",
    )  # fmt: skip
    assert status == 0
    report = from_json(json.loads((out / "r.json").read_text(encoding="utf-8")))
    assert (report.exercise, report.level) == ("squat", "strict")
    assert report.duration_s == pytest.approx((FRAMES - 1) / 30, abs=1e-3)
    assert len(read_track(out / "l.npz").t) == FRAMES
    with VideoReader(out / "v.mp4") as video:
        assert video.size == (64, 48)
        assert [t for t, _ in video] == pytest.approx([i / 30 for i in range(FRAMES)], abs=1e-4)
    assert sorted(path.name for path in out.iterdir()) == ["l.npz", "r.json", "v.mp4"]
    assert capsys.readouterr().out.startswith("Squat, strict, 0.4 s")


def test_tables_of_numbers_need_no_mark_for_spreadsheets(tmp_path: Path, clip: Path) -> None:
    reps, landmarks = tmp_path / "r.csv", tmp_path / "l.csv"
    assert run(
        "analyze", clip, "--exercise", "squat", "--reps", reps, "--landmarks", landmarks
    ) == 0  # fmt: skip
    assert reps.read_bytes().isascii()
    assert landmarks.read_bytes().isascii()


@pytest.mark.parametrize(("key", "hold"), [("squat", False), ("plank", True)])
def test_a_hold_shows_its_time_in_the_video(
    tmp_path: Path, clip: Path, key: str, hold: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    styles = []
    monkeypatch.setattr(overlay, "draw", lambda rgb, pose, snapshot, style: styles.append(style))
    assert run("analyze", clip, "--exercise", key, "--video", tmp_path / "v.mp4") == 0
    assert styles == [overlay.Style(hold=hold)] * FRAMES


@pytest.mark.parametrize("key", sorted(registry()))
def test_a_replay_of_the_landmarks_gives_the_same_json(
    tmp_path: Path, clip: Path, key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    landmarks = tmp_path / "l.npz"
    assert run("analyze", clip, "--exercise", key, "--json", "-", "--landmarks", landmarks) == 0
    analyzed = capsys.readouterr().out
    assert run("replay", landmarks, "--exercise", key, "--json", "-") == 0
    assert capsys.readouterr().out == analyzed
    assert json.loads(analyzed)["exercise"] == key, "standard output is the JSON alone"


def test_a_track_is_summed_up_for_a_person(track: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("replay", track, "--exercise", "plank") == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("Plank, beginner, 0.4 s, seen")
    assert second.startswith("Held in form for 0.0 s")


BAD_INPUT: list[tuple[list[str], str]] = [
    ([], "COMMAND"),
    (["dance"], "invalid choice: 'dance'"),
    (["analyze"], "The following arguments are required"),
    (["analyze", "{clip}"], "--exercise"),
    (["analyze", "{clip}", "--exercise", "curl"], "choose one of squat, push_up, plank"),
    (["analyze", "{clip}", "--exercise", "squat", "--level", "x"], "one of beginner, strict"),
    (["analyze", "{clip}", "--exercise", "squat", "--model", "x"], "one of lite, full, heavy"),
    (["analyze", "{clip}", "--exercise", "squat", "--fast"], "--fast"),
    (["analyze", "{clip}", "--exercise", "squat", "--video", "-"], "name a file for --video"),
    (["analyze", "{here}/none.mp4", "--exercise", "squat"], "does not exist"),
    (["analyze", "{text}", "--exercise", "squat"], "is not a video"),
    (["analyze", "{clip}", "--exercise", "squat", "--video", "{clip}"], "is the input itself"),
    (["analyze", "{clip}", "--exercise", "squat", "--json", "{link}"], "is the input itself"),
    (["analyze", "{clip}", "--exercise", "squat", "--json", "{here}"], "is a folder"),
    (["analyze", "{clip}", "--exercise", "squat", "--video", "{here}/a/b.mp4"], "make the folder"),
    (
        ["analyze", "{clip}", "--exercise", "squat", "--json", "{here}/x", "--video", "{here}/x"],
        "is named for two outputs",
    ),
    (["replay", "{clip}", "--exercise", "squat"], "is not a landmark track"),
    (["replay", "{here}/none.npz", "--exercise", "squat"], "does not exist"),
    (["replay", "{track}", "--exercise", "curl"], "choose one of squat, push_up, plank"),
    (["replay", "{track}", "--exercise", "squat", "--json", "{track}"], "is the input itself"),
    (["models", "eat"], "invalid choice: 'eat'"),
    (["models", "fetch", "--model", "tiny"], "choose one of lite, full, heavy"),
]


@pytest.mark.parametrize(("arguments", "says"), BAD_INPUT)
def test_bad_input_is_one_sentence_and_status_2(
    tmp_path: Path,
    clip: Path,
    track: Path,
    arguments: list[str],
    says: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text, link = tmp_path / "text.mp4", tmp_path / "link.json"
    text.write_text("no video\n" * 100)
    link.symlink_to(clip)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    places = {"here": tmp_path, "clip": clip, "track": track, "text": text, "link": link}
    assert run(*(argument.format(**places) for argument in arguments)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert err.count("\n") == 1, "one line"
    assert err.endswith(".\n"), "one sentence"
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before, "nothing changed"


def test_a_video_without_anybody_is_told_and_nothing_is_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    black = make_clip(tmp_path / "black.mp4", brightness=0)
    landmarks, report = tmp_path / "l.npz", tmp_path / "r.json"
    status = run(
        "analyze", black, "--exercise", "squat", "--json", report, "--landmarks", landmarks
    )
    assert status == 2
    assert "Nobody is seen in" in capsys.readouterr().err
    assert json.loads(report.read_text(encoding="utf-8"))["rep_count"] == 0
    assert np.isnan(read_track(landmarks).image).all()
    assert run("replay", landmarks, "--exercise", "squat") == 2
    assert "Nobody is seen in" in capsys.readouterr().err


def test_a_cut_off_video_is_analyzed_with_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, cut = tmp_path / "whole.mp4", tmp_path / "cut.mp4"
    rng = np.random.default_rng(1)
    with writing(whole) as video:
        for i in range(60):
            video.write(i / 10, rng.integers(0, 255, (48, 64, 3), dtype=np.uint8))
    data = whole.read_bytes()
    cut.write_bytes(data[: len(data) // 2])
    assert run("analyze", cut, "--exercise", "squat", "--json", "-") == 0
    out, err = capsys.readouterr()
    assert 1.0 < json.loads(out)["duration_s"] < 5.0
    assert "cut off" in err


def test_ctrl_c_leaves_nothing_behind(
    tmp_path: Path,
    clip: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def interrupted(self: FakeDetector, rgb: Any, t: float) -> Pose | None:
        if t > 0.2:
            raise KeyboardInterrupt
        return None

    monkeypatch.setattr(FakeDetector, "detect", interrupted)
    status = run(
        "analyze", clip, "--exercise", "squat", "--video", tmp_path / "v.mp4",
        "--json", tmp_path / "r.json", "--landmarks", tmp_path / "l.npz",
    )  # fmt: skip
    assert status == 130
    assert list(tmp_path.iterdir()) == [clip]
    assert capsys.readouterr().err.startswith("Interrupted")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["models"], ["lite", "full", "heavy", "not fetched yet"]),
        (["models", "list", "--model", "full"], ["full"]),
        (["models", "fetch"], ["full is ready in /models/full"]),
        (["models", "fetch", "--model", "lite"], ["lite is ready in /models/lite"]),
    ],
)
def test_models(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    says: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COACH_MODEL_DIR", str(tmp_path))
    assert run(*arguments) == 0
    out = capsys.readouterr().out
    assert all(text in out for text in says)


def test_a_damaged_model_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_MODEL_DIR", str(tmp_path))
    assert run("models", "verify") == 2, "none is there"
    assert "full" in capsys.readouterr().err
    lite = next(iter(model_store.stored())).path
    lite.write_bytes(b"half a model")
    assert run("models", "verify") == 2
    assert str(lite) in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["analyze"], ["replay"], ["models"]])
def test_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*command, "--help")
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage: python -m coach")


def test_help_is_in_the_readers_language(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    german = {"cli.help": "Zählt Übungen.", "cli.help_video": "das Video mit Skelett"}
    monkeypatch.setitem(LANGUAGES, "de", Language(german, "de"))
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    for command, text in ([], "cli.help"), (["analyze"], "cli.help_video"):
        with pytest.raises(SystemExit):
            run(*command, "--help")
        assert german[text] in capsys.readouterr().out


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "coach", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_real_process_ends_as_the_shell_expects() -> None:
    with start("analyze", "x.mp4", "--exercise", "curl") as process:
        out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert out == ""
    assert err == f"There is no exercise 'curl': choose one of {', '.join(registry())}.\n"


def test_a_reader_that_leaves_is_no_error() -> None:
    with start("models") as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == 141


HOSTILE = [
    pytest.param(os.fsdecode(b"no\xffne.mp4"), id="no letters"),
    pytest.param("n" * 300 + ".mp4", id="longer than a name can be"),
    pytest.param("a/" * 3000 + "b.mp4", id="deeper than a path can be"),
    pytest.param("loop.mp4", id="a link to itself"),
    pytest.param("file/below.mp4", id="below a file"),
    pytest.param("\u202e4pm.exe", id="backwards"),
]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are letters elsewhere")
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["analyze", "{}", "--exercise", "squat"], id="a video"),
        pytest.param(["analyze", "{}", "{}", "--exercise", "squat"], id="several"),
        pytest.param(["replay", "{}", "--exercise", "squat"], id="a track"),
        pytest.param(["people", "{}"], id="people"),
        pytest.param(["evaluate", "{}"], id="a manifest"),
        pytest.param(["analyze", "clip.mp4", "--exercise", "squat", "--json", "{}"], id="JSON"),
        pytest.param(["analyze", "clip.mp4", "--exercise", "squat", "--reps", "{}"], id="reps"),
        pytest.param(["analyze", "clip.mp4", "--exercise", "squat", "--summary", "{}"], id="rows"),
        pytest.param(["analyze", "clip.mp4", "--exercise", "squat", "--video", "{}"], id="drawn"),
    ],
)
def test_no_name_gets_to_a_traceback(
    arguments: list[str],
    name: str,
    clip: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(clip.parent)
    Path("loop.mp4").symlink_to("loop.mp4")
    Path("file").write_text("")
    assert run(*(argument.format(name) for argument in arguments)) in (0, 2)
    for line in "".join(capsys.readouterr()).splitlines():
        assert not {"\udcff", "\u202e", "\x1b"} & set(line)
