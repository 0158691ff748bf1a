"""The version stands in one place, and all who tell it tell the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from coach import __version__
from coach.cli import main
from coach.ui.shared import page_style as look
from coach.web.openapi import document
from exercises import registry

CHANGELOG = Path(__file__).parent.parent / "CHANGELOG.md"


def test_the_changelogs_newest_release_is_this_one() -> None:
    text = CHANGELOG.read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\](.*)$", text, flags=re.MULTILINE)
    (unreleased, _), (newest, day), *_ = headings
    assert (unreleased, newest) == ("Unreleased", __version__)
    assert re.fullmatch(r" - \d{4}-\d\d-\d\d", day)


def test_the_command_line_tells_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(registry(), ["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"{__version__}\n"


def test_the_api_tells_it() -> None:
    assert document(["squat"], ["beginner"], ["full"])["info"]["version"] == __version__


def test_the_apps_menu_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[str, Any] = {}
    monkeypatch.setattr(st, "set_page_config", lambda **options: told.update(options))
    monkeypatch.setattr(st, "logo", lambda *_, **__: None)
    monkeypatch.setattr(st, "html", lambda _: None)
    look.set_look()
    assert __version__ in told["menu_items"]["About"]
