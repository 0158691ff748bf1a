"""Which set the history shows: the one that the page's address names, or all.

`st.page_link` to the page that is already open hands a query over without changing the address
(Streamlit 1.65 to 1.67): the next full run, as a click on *Delete for good* is one, then knew
nothing of the set, and a reload or a shared link lost it.
"""

from __future__ import annotations

import streamlit as st

from coach.texts import say
from coach.ui.shared.focus import focus_button

SET = "set"
"""The address's name for a set: `/history?set=ID`."""

_BACK = "history-back"


def shown_set() -> str:
    """The set that the address names; empty where it names none."""
    return str(st.query_params.get(SET, ""))


def open_button(set_id: str, label: str, icon: str) -> None:
    """A press shows the set, by its address."""
    if st.button(label, key=f"open-{set_id}", icon=icon, type="tertiary"):
        st.query_params[SET] = set_id
        st.rerun()


def back_button() -> None:
    """A press shows all sets again. It has the keyboard's focus once the set is opened: the button
    that opened it is gone."""
    focus_button(_BACK)
    if st.button(say("history.back"), key=_BACK, icon=":material/arrow_back:", type="tertiary"):
        show_all()


def show_all() -> None:
    """Run the page again with all sets."""
    st.query_params.pop(SET, None)
    st.rerun()
