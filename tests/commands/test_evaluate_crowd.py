"""`python -m coach evaluate --crowd`: what it asks for and what it says."""

from __future__ import annotations

import json

import pytest

from coach.cli import main
from coach.evaluation import crowd
from coach.evaluation.crowd import Crowd
from exercises import registry
from tests.evaluation.figures import entry, manifest


@pytest.fixture
def clips(tmp_path, monkeypatch):
    """Two clips that count, one that is held, one whose video is not here; what is played."""
    monkeypatch.setattr("coach.vision.models.model_store.ensure", lambda model, advance: None)
    rows = [
        entry("exact", reps_by_eye=4, reps_accept=[4, 5], clip="a.mp4"),
        entry("off", exercise="push_up", reps_by_eye=9, reps_accept=[9, 9], clip="a.mp4"),
        entry("held", exercise="plank", clip="a.mp4"),
        entry("away", reps_by_eye=1, reps_accept=[1, 1], clip="b.mp4"),
    ]
    (tmp_path / "a.mp4").write_bytes(b"")
    return manifest(tmp_path, *rows)


def run(*arguments: object) -> int:
    return main(registry(), ["evaluate", *map(str, arguments)])


def test_counts_are_held_against_those_by_eye(clips, monkeypatch, capsys, tmp_path):
    played = []

    def play(parts, exercises, at_once, progress):
        played.append(([name for name, _, _ in parts], at_once))
        return Crowd({"exact": 5, "off": 7}, 0.25, 0.5, 0.125)

    monkeypatch.setattr(crowd, "play", play)
    assert run(clips, "--crowd", 8, "--json", tmp_path / "out.json") == 0
    assert played == [(["exact", "off"], 8)]
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "- off: 7 counted, 9 by eye"
    assert told[1].startswith("8 at once: 1 of 2 counts as by eye, 1 within one rep")
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (found["exact"], found["within_one"], found["late"]) == (1, 1, 0.5)


@pytest.mark.parametrize("number", [0, -1, 65])
def test_a_number_that_makes_no_sense_is_refused(clips, capsys, number):
    assert run(clips, "--crowd", number) == 2
    assert "1 to 64" in capsys.readouterr().err


def test_without_a_video_it_says_what_to_do(tmp_path, capsys):
    path = manifest(tmp_path, entry("away", reps_by_eye=1, reps_accept=[1, 1], clip="b.mp4"))
    assert run(path, "--crowd", 2) == 2
    assert "put the clips beside it" in capsys.readouterr().err
