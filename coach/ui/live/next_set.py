"""After STOP: whether START goes on with the set or begins another."""

from __future__ import annotations

import streamlit as st

from coach.live.session import Session
from coach.texts import say

_CHOICE = "live-next-set"
_ACTIVE = "live-was-active"
_CONTINUE, _NEW = "continue", "new"


def begin_as_chosen(session: Session, *, active: bool) -> None:
    """At START, begin a new set if that was chosen. To be told at every run of the page."""
    was_active = st.session_state.get(_ACTIVE, False)
    if active and not was_active and st.session_state.get(_CHOICE) == _NEW:
        session.new_set()
    st.session_state[_ACTIVE] = active


def next_set() -> None:
    """The choice; it takes effect at START, and until then nothing is changed by it."""
    st.segmented_control(
        say("set.next"),
        [_CONTINUE, _NEW],
        default=_CONTINUE,
        format_func=lambda choice: say(f"set.{choice}"),
        key=_CHOICE,
        required=True,
        width="content",
    )
