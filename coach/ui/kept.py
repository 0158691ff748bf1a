"""The records of this server, for every page."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from coach.motion.exercise import Exercise
from coach.records.records import Records


@st.cache_resource(show_spinner=False)
def kept_records(_exercises: Mapping[str, Exercise]) -> Records:
    """The one Records of this process; it is opened when it is first needed."""
    return Records()
