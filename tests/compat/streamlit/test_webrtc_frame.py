"""What is read in the video component's frame stands in the component as it is installed. How it
is read is tried in a browser, in tests/e2e/test_video_frame.py."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import streamlit_webrtc

from coach.compat.streamlit.webrtc_frame import COMPONENT, FRAME_JS, SHARED_MEMORY

FRONTEND = Path(streamlit_webrtc.__file__).parent / "frontend" / "dist"
SCRIPTS = [path.read_text("utf-8") for path in FRONTEND.rglob("*.js")]


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        (r"role:\w+=[`'\"]alert[`'\"]", "an alert has ARIA's role"),
        (r"severity:[`'\"]error[`'\"],children:\[\w+\.error\.name,[`'\"]: ", "a name is first"),
        (r"role:[`'\"]progressbar[`'\"]", "waiting has ARIA's role"),
        (rf"=[`'\"]{SHARED_MEMORY}[`'\"]", "one memory for all connections"),
        (rf"=[`'\"]{SHARED_MEMORY}:[`'\"]", "and one for each"),
    ],
)
def test_the_component_still_has_what_is_read(pattern, what):
    """Once it does not, what looks for it can go, or is to look elsewhere."""
    assert any(re.search(pattern, script) for script in SCRIPTS), what


def test_the_frame_is_known_by_the_components_address():
    assert streamlit_webrtc.component._component_func.name.startswith(COMPONENT)
    assert f'"{COMPONENT}"' in FRAME_JS
    assert f'"{SHARED_MEMORY}"' in FRAME_JS
