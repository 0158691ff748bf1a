"""Many videos in one go: rows, what was done before, failures that cost nothing else."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from coach.cli import main
from coach.commands import analyze
from coach.commands.batches.batch import Outcome, Work, analyze_one
from coach.vision import detector
from coach.vision.models import model_store
from exercises import registry
from tests.commands.figures import FakeDetector, make_clip


class InLine:
    """Does the work in this process, where the tests' detector is."""

    looked: list[str]

    def __init__(self, work: Callable[[Work], Outcome], most: int) -> None:
        assert work is analyze_one
        self.most = most

    def run(
        self, tasks: Iterable[Work], ended: Callable[[Work, Outcome | BaseException], None]
    ) -> None:
        for task in tasks:
            try:
                outcome: Outcome | BaseException = analyze_one(task)
            except RuntimeError as error:
                outcome = error
            ended(task, outcome)


@pytest.fixture(autouse=True)
def in_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detector, "Detector", FakeDetector)
    monkeypatch.setattr(model_store, "ensure", lambda name, progress: Path(f"/models/{name}"))
    monkeypatch.setattr(analyze, "Workers", InLine)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    clips = tmp_path / "clips"
    clips.mkdir()
    make_clip(clips / "a.mp4", brightness=200)
    make_clip(clips / "b.mp4", brightness=190)
    make_clip(clips / "dark.mp4", brightness=0)
    (clips / "text.mp4").write_text("no video\n" * 100)
    return clips


def run(*arguments: object) -> int:
    return main(registry(), ["analyze", *map(str, arguments), "--exercise", "squat"])


def rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {Path(row["file"]).name: row for row in csv.DictReader(file)}


def test_a_row_for_each_and_the_rest_is_finished(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "s.csv"
    out = tmp_path / "out"
    out.mkdir()
    assert run(folder, "--summary", summary, "--json", out / "{name}.json") == 2
    told = rows(summary)
    assert list(told) == ["a.mp4", "b.mp4", "dark.mp4", "text.mp4"]
    assert [row["status"] for row in told.values()] == ["done", "done", "nobody", "failed"]
    assert "is not a video" in told["text.mp4"]["error"]
    assert told["a.mp4"]["reps"] == str(json.loads((out / "a.json").read_text())["rep_count"])
    assert sorted(path.name for path in out.iterdir()) == ["a.json", "b.json", "dark.json"]
    streams = capsys.readouterr()
    assert "Videos: 4, of which done before: 0, failed: 1, without anybody: 1" in streams.out
    assert "without a result, for the reasons above: 2 of 4" in streams.err


def test_what_is_done_is_left_out(
    tmp_path: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    summary, out = tmp_path / "s.csv", tmp_path / "out"
    out.mkdir()
    asked = (folder, "--summary", summary, "--reps", out / "{name}.csv")
    run(*asked)
    before = rows(summary)
    (folder / "b.mp4").rename(folder / "moved.mp4")
    (out / "b.csv").rename(out / "moved.csv")
    (out / "a.csv").unlink()
    shutil.copy(make_clip(tmp_path / "new.mp4", brightness=150), folder / "text.mp4")
    looked: list[int] = []
    detect = FakeDetector.detect

    def counting(self: FakeDetector, rgb: Any, t: float) -> Any:
        if t == 0:
            looked.append(int(rgb.mean()))
        return detect(self, rgb, t)

    monkeypatch.setattr(FakeDetector, "detect", counting)
    capsys.readouterr()
    assert run(*asked) == 2, "there is still nobody in one"
    assert [round(grey, -1) for grey in looked] == [200, 150], "its table was gone; it is another"
    after = rows(summary)
    assert after["moved.mp4"] == before["b.mp4"] | {"file": after["moved.mp4"]["file"]}
    assert after["text.mp4"]["status"] == "done"
    assert after["b.mp4"] == before["b.mp4"], "rows of other runs stay"
    assert "done before: 2" in capsys.readouterr().out
    looked.clear()
    assert run(*asked, "--level", "strict") == 2
    assert len(looked) == 4, "other settings are other results"


def test_interrupted_after_the_first_it_goes_on_with_the_second(
    tmp_path: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    detect = FakeDetector.detect
    breaks = [True]

    def interrupted(self: FakeDetector, rgb: Any, t: float) -> Any:
        if breaks[0] and rgb.mean() < 195 and t > 0.2:
            raise KeyboardInterrupt
        return detect(self, rgb, t)

    monkeypatch.setattr(FakeDetector, "detect", interrupted)
    summary, out = tmp_path / "s.csv", tmp_path / "out"
    out.mkdir()
    asked = (
        folder / "a.mp4",
        folder / "b.mp4",
        "--summary",
        summary,
        "--video",
        out / "{name}.mp4",
    )
    assert run(*asked) == 130
    assert list(rows(summary)) == ["a.mp4"]
    assert [path.name for path in out.iterdir()] == ["a.mp4"], "whole files only"
    breaks[0] = False
    assert run(*asked) == 0
    assert list(rows(summary)) == ["a.mp4", "b.mp4"]
    assert "done before: 1" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are letters elsewhere")
def test_no_name_keeps_others_back_now_or_at_the_next_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out, summary = tmp_path / "clips", tmp_path / "out", tmp_path / "s.csv"
    folder.mkdir()
    out.mkdir()
    good = [b"a\xff", b"\xff\xfe", "\u202e4pm".encode(), b"two\nlines", b"=1+1", b"x" * 240]
    for name in (*good, "深蹲".encode()):
        make_clip(folder / "new.mp4", brightness=200).rename(folder / os.fsdecode(name + b".mp4"))
    (folder / os.fsdecode(b"broken\xff.mp4")).write_text("no video")
    outputs = [part for kind, end in (("json", "json"), ("reps", "csv"), ("landmarks", "npz"))
               for part in (f"--{kind}", out / f"{{name}}.{end}")]  # fmt: skip
    said = []
    for _ in range(2):
        assert run(folder, "--summary", summary, *outputs) == 2
        said.append("".join(capsys.readouterr()))
        told = rows(summary)
        assert [row["status"] for row in told.values()].count("done") == len(good) + 1
        assert told["broken\\udcff.mp4"]["status"] == "failed"
    assert len(list(out.iterdir())) == 3 * (len(good) + 1)
    assert "done before: 7, failed: 1" in said[1]
    assert "深蹲.mp4: reps" in said[0]
    for text in said:
        assert not {"\udcff", "\u202e"} & set(text)
        assert "two\\nlines.mp4" in text


def test_a_process_that_dies_is_one_failure(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def dies(self: FakeDetector, rgb: Any, t: float) -> None:
        raise RuntimeError("as a pool tells it")

    monkeypatch.setattr(FakeDetector, "detect", dies)
    assert run(folder / "a.mp4", folder / "dark.mp4") == 2
    assert "a.mp4 brought its analysis down" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["{here}/clips", "--json", "{here}/all.json"], "put {name} into it"),
        (["{here}/clips", "--json", "-"], "--json - is for one video"),
        (["{here}/clips", "--follow", "0.5,0.5"], "--follow is for one video"),
        (["{here}/clips", "--gif", "1", "x.gif"], "--gif is for one video"),
        (["{here}/clips", "--jobs", "0"], "--jobs takes"),
        (["{here}/clips", "--json", "{here}/none/{{name}}.json"], "make the folder"),
        (["{here}/clips", "--video", "{here}/clips/{{name}}.mp4"], "is the input itself"),
        (["{here}/clips", "--summary", "{here}/clips/text.mp4"], "is the input itself"),
        (["{here}/clips/a.mp4", "--summary", "{here}/clips/text.mp4"], "no summary"),
        (["{here}/clips", "--summary", "-"], "name a file for --summary"),
        (["{here}", "{here}/empty"], "holds no video"),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    tmp_path: Path,
    folder: Path,
    arguments: list[str],
    says: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "empty").mkdir()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert run(*(argument.format(here=tmp_path) for argument in arguments)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert err.count("\n") == 1
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_results_beside_the_videos_are_not_analyzed_the_next_time(folder: Path) -> None:
    for name in ("dark.mp4", "text.mp4"):
        (folder / name).unlink()
    for _ in range(2):
        asked = ("--video", folder / "{name}.drawn.mp4", "--summary", folder / "s.csv")
        assert run(folder, *asked) == 0
        assert sorted(path.name for path in folder.iterdir()) == [
            "a.drawn.mp4", "a.mp4", "b.drawn.mp4", "b.mp4", "s.csv",
        ]  # fmt: skip
