"""What the app cannot start without, said on the page instead of a traceback."""

from __future__ import annotations

import streamlit as st

from coach.vision.models.libraries import LibraryError, check


def stop_without_libraries() -> None:
    """Show why a native library cannot be loaded and end the page there; else do nothing."""
    try:
        check()
    except LibraryError as error:
        st.error(str(error), icon=":material/build:")
        st.stop()
