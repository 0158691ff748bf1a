"""In which language a tab is read."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from coach.texts.languages import best_language


def language_of_tab() -> str | None:
    """The code of the language that fits the browser best; None in a thread of no tab's."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return None
    return best_language(st.context.locale or "")
