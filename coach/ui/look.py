"""What every page has in common: its name, its icon, and room for what matters."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from coach.texts import say

ICON = Path(__file__).parent / "icon.svg"
"""Our own file: an icon by name would be fetched from Google at every visit."""

# Streamlit leaves six rem above a page, a fifth of a phone's first screen; and numbers side by side
# get widths by their contents, which makes two rows of them ragged.
_CSS = """<style>
.stMainBlockContainer { padding-top: 4.25rem; padding-bottom: 3rem; }
.stHorizontalBlock > .stElementContainer:has(> .stMetric) { flex: 1 1 0; min-width: 7rem; }
</style>"""


def set_look() -> None:
    """Name, icon and spacing; once, before anything else is drawn."""
    st.set_page_config(page_title=say("app.title"), page_icon=str(ICON), layout="wide")
    st.logo(str(ICON), size="large")
    st.html(_CSS)
