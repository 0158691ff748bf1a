"""The screen stays on while the camera runs: nobody touches it from three metres away."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

_SCRIPT = Path(__file__).parent / "wake_lock" / "lock.js"


def keep_screen_on(*, running: bool) -> None:
    """Where the page ends, at every run. Asks the browser for a wake lock while the camera runs,
    and gives it back afterwards."""
    # Anew at each run, as in camera_probe: Streamlit 1.65 forgets what was registered at import.
    mount = st.components.v2.component("coach.wake_lock", html="<span></span>", js=_js())
    mount(key="wake-lock", data={"running": running})


@cache
def _js() -> str:
    return _SCRIPT.read_text("utf-8")
