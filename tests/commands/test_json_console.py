"""What a program that started the command reads on its standard error."""

from __future__ import annotations

import json

import pytest

from coach.commands.json_console import EVERY_S, JsonConsole
from coach.texts import say


class Clock:
    def __init__(self) -> None:
        self.now = 5.0

    def __call__(self) -> float:
        return self.now


def lines(capsys: pytest.CaptureFixture[str]) -> list[object]:
    out, err = capsys.readouterr()
    assert out == ""
    return [json.loads(line) for line in err.splitlines()]


def test_warnings_and_errors(capsys: pytest.CaptureFixture[str]) -> None:
    JsonConsole().note("Beschädigt,\nan einer Stelle.")
    JsonConsole().complain("Kaputt.")
    assert lines(capsys) == [{"warning": "Beschädigt,\\nan einer Stelle."}, {"error": "Kaputt."}]


def test_a_text_says_by_what_key_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    JsonConsole().complain(say("model.unknown", model="tiny", known="lite"))
    assert lines(capsys) == [
        {
            "error": "There is no model called 'tiny': choose one of lite.",
            "said": {"key": "model.unknown", "values": {"model": "tiny", "known": "lite"}},
        }
    ]


def test_the_first_and_the_last_step_and_some_between(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    with JsonConsole(clock).bar("clip.mp4", "frames", stage="video") as advance:
        for done in range(1, 11):
            advance(done, None if done == 1 else 10, done / 30)
            clock.now += EVERY_S / 3.9
    assert lines(capsys) == [
        {"stage": "video", "done": 1, "total": None, "seconds": 0.033},
        {"stage": "video", "done": 5, "total": 10, "seconds": 0.167},
        {"stage": "video", "done": 9, "total": 10, "seconds": 0.3},
        {"stage": "video", "done": 10, "total": 10, "seconds": 0.333},
    ]


def test_work_that_fails_never_says_that_it_was_done(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        with JsonConsole(Clock()).bar("clip.mp4", "frames", stage="video") as advance:
            advance(1, 10)
            advance(2, 10)
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        fail()
    assert lines(capsys) == [{"stage": "video", "done": 1, "total": 10, "seconds": 0.0}]
