"""Streamlit leaves a fifth of a phone's first screen empty, and rows of numbers ragged.

There are six rem above a page, for which there is no setting, and numbers side by side get widths
by their contents. `SPACING` names Streamlit's own classes (as in streamlit/static/static/js of 1.65
to 1.67); where they are called otherwise the page looks as Streamlit makes it. There is no line in
the log: only a browser could tell.
"""

from __future__ import annotations

PAGE, ROW, ELEMENT, METRIC = (
    "stMainBlockContainer",
    "stHorizontalBlock",
    "stElementContainer",
    "stMetric",
)
"""Streamlit's names for a page, for what stands side by side, for one thing of it, and a number."""

SPACING = f"""<style>
.{PAGE} {{ padding-top: 4.25rem; padding-bottom: 3rem; }}
.{ROW} > .{ELEMENT}:has(> .{METRIC}) {{ flex: 1 1 0; min-width: 7rem; }}
</style>"""
"""For `st.html`."""
