"""The player: video, rows and curves in step, in the browser, without a word to the server."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from coach.ui.player.sheet import Json

_FOLDER = Path(__file__).parent / "player"
_PARTS = ("elements.js", "chart.js", "parts.js", "player.js")


def player(sheet: Json) -> None:
    """Show what `analysis_sheet.sheet` made."""
    # Anew at each run, as in camera_probe: Streamlit 1.65 forgets what was registered at import.
    mount = st.components.v2.component("coach.analysis_player", css=_css(), js=_js())
    mount(key="analysis-player", data=sheet)


@cache
def _js() -> str:
    # One module: Streamlit imports it from a blob, from which nothing can be imported by name.
    return "\n".join((_FOLDER / part).read_text("utf-8") for part in _PARTS)


@cache
def _css() -> str:
    return (_FOLDER / "player.css").read_text("utf-8")
