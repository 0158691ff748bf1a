"""The browser tab's one session, kept from page to page."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from coach import process
from coach.live.load.memory import settle
from coach.live.session import Session
from coach.live.settings import Settings
from coach.live.setup import make_session
from coach.motion.exercise import Exercise
from coach.records.records import Records
from coach.records.values import Owner
from coach.ui.shared.record_store import OwnerKeepers

_KEY = "live-session"


def live_session(exercises: Mapping[str, Exercise], records: Records, owner: Owner) -> Session:
    """The session of this tab, made at its first visit with the first exercise chosen. What is done
    in it is kept in `records` for `owner`, with the time zone of their browser."""
    if _KEY not in st.session_state:
        settle()
        settings = Settings(next(iter(exercises)))
        st.session_state[_KEY] = make_session(exercises, settings, process.fleet())
    session: Session = st.session_state[_KEY]
    session.keep(OwnerKeepers(records, owner, st.context.timezone or "UTC"))
    return session
