"""A place at a machine that can serve only so many: the video, or an honest word in its stead."""

from __future__ import annotations

import streamlit as st

from coach.live.session import Session
from coach.texts import say
from coach.ui.shared.open_tab import open_tab

EVERY_S = 2.0


def is_admitted(session: Session) -> bool:
    """Whether the session is served. If not, its place in the queue is shown where the video would
    be, and the page goes on by itself as soon as there is a seat."""
    if not _place(session):
        return True

    def queue() -> None:
        place = _place(session)
        if not place:
            st.rerun()
        st.info(say("live.full", place=place), icon=":material/hourglass_top:")

    st.fragment(queue, run_every=EVERY_S)()
    return False


def _place(session: Session) -> int:
    # Each time: a tab that was cut off for a moment is another one to Streamlit.
    session.present = open_tab().is_open
    return session.place()
