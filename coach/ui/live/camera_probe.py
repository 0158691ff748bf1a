"""What the browser knows of its camera, and the page does not: permission, number, failure.

The server learns of START only when the camera was given, and of an end without its reason. The
probe asks for nothing and opens no camera.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from coach.compat.streamlit.webrtc_frame import FRAME_JS
from coach.live.watchdog import Browser
from coach.texts import say

_SCRIPT = Path(__file__).parent / "camera_probe" / "probe.js"


def look(*, connected: bool = False) -> Browser | None:
    """The browser's newest report; None before the first. Reruns the part of the page in which it
    is called when something changes.

    connected: whether browser and server have reached each other, as the server knows it. A picture
    alone does not tell: the browser shows its own before any came back.
    """
    # Anew at each run: a component belongs to the runtime it was made in, and in Streamlit 1.65 one
    # made at import is unknown to every later runtime, as tests have them.
    mount = st.components.v2.component("coach.camera_probe", html="<span></span>", js=_js())
    result = mount(
        key="camera-probe",
        data={"start": say("live.start"), "stop": say("live.stop"), "connected": connected},
        default={"report": None},
        on_report_change=lambda: None,
    )
    return Browser.from_report(result.get("report"))


@cache
def _js() -> str:
    return FRAME_JS + _SCRIPT.read_text("utf-8")
