"""`python -m coach people`: numbers to point at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from coach.cli import main
from coach.vision import detector
from coach.vision.models import model_store
from exercises import registry
from tests.commands.figures import FakeDetector, make_clip


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detector, "Detector", FakeDetector)
    monkeypatch.setattr(model_store, "ensure", lambda name, progress: Path(f"/models/{name}"))


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_clip(tmp_path / "clip.mp4", brightness=200)


def people(*arguments: object) -> int:
    return main(registry(), ["people", *map(str, arguments)])


def test_what_it_says_can_be_given_to_analyze(
    tmp_path: Path, clip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert people(clip, "--at", "0.2", "--picture", tmp_path / "p.png") == 0
    head, one = capsys.readouterr().out.splitlines()
    assert head == "People 0.2 s into the video: 1"
    with Image.open(tmp_path / "p.png") as picture:
        assert picture.size == (64, 48)
    option, value = one.split(": ")[1].split(" ")
    assert main(registry(), ["analyze", str(clip), "--exercise", "squat", option, value]) == 0


def test_json_alone(clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert people(clip, "--json", "-", "--progress-json") == 0
    out, err = capsys.readouterr()
    assert [person["number"] for person in json.loads(out)["people"]] == [1]
    assert err == ""


def test_nobody_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert people(make_clip(tmp_path / "black.mp4", brightness=0)) == 0
    assert capsys.readouterr().out == "People 0.0 s into the video: 0\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["{clip}", "--at", "-1"], "--at takes seconds"),
        (["{clip}", "--at", "nan"], "--at takes seconds"),
        (["{clip}", "--model", "x"], "one of lite, full, heavy"),
        (["{clip}", "--picture", "{clip}"], "is the input itself"),
        (["{here}/none.mp4"], "does not exist"),
    ],
)
def test_bad_input_is_one_sentence(
    tmp_path: Path,
    clip: Path,
    arguments: list[str],
    says: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert people(*(argument.format(here=tmp_path, clip=clip) for argument in arguments)) == 2
    err = capsys.readouterr().err
    assert says in err
    assert err.count("\n") == 1
