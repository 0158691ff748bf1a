"""How high the picture may be, so that all of it and STOP are in view while the camera runs.

The video stands in a frame of its own, whose CSS knows no other height than its own: the page tells
how high the browser's viewport is.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

MOST_PX, LEAST_PX = 640, 120
"""Between these the picture's height stays, in CSS pixels."""

BESIDE_PX = 144
"""CSS pixels that the page's head (84) and the frame's own margins and buttons (53) take of the
viewport's height; the browser test measures that it is enough."""

_SCRIPT = Path(__file__).parent / "viewport" / "viewport.js"
_HEIGHT = "viewport-height"


def picture_height() -> int:
    """CSS pixels that the picture may be high, by what the browser told at an earlier run."""
    height = st.session_state.get(_HEIGHT)
    return MOST_PX if height is None else max(LEAST_PX, min(MOST_PX, height - BESIDE_PX))


def follow_viewport(*, running: bool) -> None:
    """Where the page ends. Learns of the viewport's height, and of each other one, as when a phone
    is turned; the page then runs again. running: whether the camera runs; when it begins, the page
    is scrolled up to the picture."""
    # Anew at each run, as in camera_probe: Streamlit 1.65 forgets what was registered at import.
    mount = st.components.v2.component("coach.viewport", html="<span></span>", js=_js())
    told = mount(
        key="viewport",
        data={"running": running},
        default={"height": None},
        on_height_change=lambda: None,
    ).get("height")
    if isinstance(told, (int, float)) and told > 0 and told != st.session_state.get(_HEIGHT):
        st.session_state[_HEIGHT] = int(told)
        st.rerun()


@cache
def _js() -> str:
    return _SCRIPT.read_text("utf-8")
