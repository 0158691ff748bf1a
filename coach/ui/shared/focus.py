"""The keyboard's focus after a press that takes the pressed button off the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

_SCRIPT = Path(__file__).parent / "focus" / "focus.js"


def focus_button(key: str) -> None:
    """Give the focus to the button of this key, once while it is shown, if nothing else has it."""
    # Anew at each run, as in camera_probe: Streamlit 1.65 forgets what was registered at import.
    mount = st.components.v2.component("coach.focus", html="<span></span>", js=_js())
    mount(key=f"focus-{key}", data={"key": key})


@cache
def _js() -> str:
    return _SCRIPT.read_text("utf-8")
