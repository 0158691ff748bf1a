"""Streamlit writes what is chosen in the accent, and the label of what is locked in faint letters.

One accent cannot carry white letters and be legible as letters on its own tint over a dark ground
(WCAG asks for 4.5 to 1 of both). So the accent is for white letters, and `CONTRAST` colours what is
chosen on a dark ground, and the labels. It names Streamlit's own attributes (as in
streamlit/static/static/js of 1.65 to 1.67); where they are called otherwise the page looks as
Streamlit makes it. There is no line in the log: only a browser could tell.
"""

from __future__ import annotations

APP, CHOSEN, LABEL = "stApp", "data-selected", "stWidgetLabel"
"""Streamlit's names for the app, for what is chosen of several, and for a label."""

CONTRAST = f"""<style>
.{APP} [{CHOSEN}="true"] p {{ color: light-dark(currentColor, #7FE3C4); }}
.{APP} [data-testid="{LABEL}"] p {{ color: light-dark(#101816, #F2F7F4); }}
</style>"""
"""For `st.html`. The letters' colours are .streamlit/config.toml's."""
