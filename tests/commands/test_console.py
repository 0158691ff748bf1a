"""The terminal: results and work never mix, and a bar is drawn only for somebody who watches."""

from __future__ import annotations

import io
import sys
import time

import pytest

from coach.commands.console import Console


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_two_streams(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console()
    console.tell("a result")
    console.note("a warning")
    assert capsys.readouterr() == ("a result\n", "a warning\n")


def test_a_bar_for_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Console().bar("clip.mp4", "frames") as advance:
        advance(5, None)
        time.sleep(0.15)  # it is drawn ten times a second at most
        advance(100, 100)
    assert "clip.mp4" in terminal.getvalue()
    assert "100/100" in terminal.getvalue()


def test_no_bar_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with Console().bar("clip.mp4", "frames") as advance:
        advance(100, 100)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ünï ©, a b.mp4", "ünï ©, a b.mp4"),
        ("a\nb.mp4", "a\\nb.mp4"),
        ("\x1b[2Jgone.mp4", "\\x1b[2Jgone.mp4"),
        ("\u202egp4.mp4", "\\u202egp4.mp4"),
    ],
    ids=["plain", "a line more", "a terminal's order", "backwards"],
)
def test_no_name_steers_the_terminal(
    text: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Console().complain(text)
    Console().note(text)
    assert capsys.readouterr().err == f"{told}\n" * 2
