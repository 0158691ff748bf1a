"""Fonts out of matplotlib's folder, found without loading it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import matplotlib as mpl
import pytest

from coach.compat import matplotlib_fonts
from coach.compat.matplotlib_fonts import BOLD, PLAIN, dejavu


@pytest.mark.parametrize("name", [PLAIN, BOLD])
def test_they_are_where_matplotlib_says(name):
    assert dejavu(name) == Path(mpl.get_data_path()) / "fonts" / "ttf" / name


def test_without_matplotlib_there_are_none(monkeypatch):
    monkeypatch.setattr(matplotlib_fonts, "find_spec", lambda _: None)
    assert dejavu.__wrapped__(PLAIN) is None


def test_a_font_that_moved_is_none():
    assert dejavu("NoSuchFont.ttf") is None


def test_matplotlib_is_not_loaded_for_it():
    """If loading it cost nothing, its documented way would do, and this file could go."""
    program = (
        "import sys\nfrom coach.compat.matplotlib_fonts import PLAIN, dejavu\n"
        "assert dejavu(PLAIN)\nassert 'matplotlib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
