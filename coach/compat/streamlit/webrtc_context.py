"""streamlit-webrtc ends a connection that is being set up, and START does not hold.

It takes a page for left, and resets what it finds, once two runs have ended since the video was
last shown (streamlit_webrtc/component.py, `_get_or_create_context`). Runs are counted by the event
loop: where that is busy, two short ones, as START brings them, are counted together. Seen with
streamlit-webrtc 0.79.

Streamlit itself forgets the value of a component whose page was left: while it is there, the page
was not, and `hold_on_to` lets the library forget when it last showed the video. Where the library
keeps that otherwise, nothing is done, and one line in the log says so: on a busy machine START may
have to be pressed again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from typing import cast

import streamlit as st

LOGGER = logging.getLogger(__name__)

_LAST_SHOWN = "_last_rendered_run_count"


def hold_on_to(key: str) -> None:
    """Keep the connection under a key, unless its page was left. Before the video is shown."""
    context = st.session_state.get(key)
    component_key = _component_key()
    if context is None or component_key is None:
        return
    if not hasattr(context, _LAST_SHOWN):
        _give_up()
    elif component_key(key) in st.session_state:
        setattr(context, _LAST_SHOWN, None)


@cache
def _component_key() -> Callable[[str], str] | None:
    """Under what the component's value stands in the session's state."""
    try:
        from streamlit_webrtc.component import generate_frontend_component_key
    except ImportError:
        _give_up()
        return None
    return cast(Callable[[str], str], generate_frontend_component_key)


@cache
def _give_up() -> None:
    LOGGER.warning("streamlit-webrtc keeps its connections otherwise: START may not hold at once")
