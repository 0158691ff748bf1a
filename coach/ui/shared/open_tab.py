"""Whether a browser tab is connected, told from any thread.

Streamlit lets go of what it keeps for a session as soon as its tab is closed or cut off.
"""

from __future__ import annotations

import streamlit as st


class OpenTab:
    """A tab's connection."""

    def __init__(self) -> None:
        self._open = True

    def is_open(self) -> bool:
        """Whether the tab is still there."""
        return self._open

    def close(self) -> None:
        """The tab is gone."""
        self._open = False


@st.cache_resource(scope="session", on_release=OpenTab.close, show_spinner=False)
def open_tab() -> OpenTab:
    """The connection of the tab that the page runs for; after an interruption another one."""
    return OpenTab()
