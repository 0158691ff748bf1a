"""Two numbers side by side, also on a phone, where columns would stand one below the other."""

from __future__ import annotations

import streamlit as st


def metric_pair(*numbers: tuple[str, str]) -> None:
    """(label, value) each in a frame of its own, of equal width."""
    with st.container(horizontal=True, gap="small"):
        for label, value in numbers:
            st.metric(label, value, border=True)
