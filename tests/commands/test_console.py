"""The terminal: results and work never mix, and a bar is drawn only for somebody who watches."""

from __future__ import annotations

import io
import json
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
        pytest.param("ünï ©, a b.mp4", "ünï ©, a b.mp4", id="plain"),
        pytest.param("深蹲\u3000一.mp4", "深蹲\u3000一.mp4", id="another script, and its space"),
        pytest.param("a\nb.mp4", "a\\nb.mp4", id="a line more"),
        pytest.param("\x1b[2Jgone.mp4", "\\u001b[2Jgone.mp4", id="a terminal's order"),
        pytest.param("\x9b2Jgone.mp4", "\\u009b2Jgone.mp4", id="in one byte"),
        pytest.param("\u202egp4.mp4", "\\u202egp4.mp4", id="backwards"),
        pytest.param("\u2066a\u200b.mp4", "\\u2066a\\u200b.mp4", id="apart, and invisible"),
        pytest.param("\U000e0041.mp4", "\\udb40\\udc41.mp4", id="a tag that nobody sees"),
        pytest.param("a\udcff.mp4", "a\\udcff.mp4", id="a byte that is no letter"),
    ],
)
class TestNoNameSteersTheTerminal:
    def test_in_whatever_is_said(
        self, text: str, told: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for say in (Console().tell, Console().note, Console().complain):
            say(text)
        assert capsys.readouterr() == (f"{told}\n", f"{told}\n" * 2)

    def test_in_a_document_of_several_lines(
        self, text: str, told: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        document = json.dumps({"file": text, "n": 1}, indent=1, ensure_ascii=False)
        Console().write(document)
        out = capsys.readouterr().out
        assert json.loads(out) == {"file": text, "n": 1}
        assert told in out
        assert out.count("\n") == 4

    def test_in_a_bar(self, text: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        with Console().bar(text, "frames") as advance:
            advance(1, 1)
        assert told in terminal.getvalue()
        assert not set(text) - set(told) & set(terminal.getvalue())


def test_a_terminal_that_knows_few_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), "ascii")
    monkeypatch.setattr(sys, "stdout", out)
    Console().tell("深蹲.mp4: ü")
    out.seek(0)
    assert out.read() == "\\u6df1\\u8e72.mp4: \\xfc\n"
