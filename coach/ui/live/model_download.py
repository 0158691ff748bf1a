"""A pose model at hand before the camera is: fetched on the page, with a bar that shows it."""

from __future__ import annotations

import streamlit as st

from coach import process
from coach.texts import say
from coach.vision.models.model_store import ModelStoreError, ensure

_READY = "live-models-ready"


def model_ready(name: str) -> bool:
    """Whether the model is here. What was missing is fetched; what hinders that is said."""
    # There at every run, so that what follows it on the page, the video, never changes its place.
    place = st.empty()
    ready: set[str] = st.session_state.setdefault(_READY, set())
    if name in ready:
        return True
    title = say(f"live.model_{name}")
    bar = place.progress(0.0, say("live.model_opening", model=title))

    def show(done: int, total: int) -> None:
        text = say("live.model_fetching", model=title, done=done / 1e6, total=total / 1e6)
        bar.progress(min(1.0, done / total) if total else 0.0, text)

    try:
        ensure(name, show)
    except ModelStoreError as error:
        with place.container():
            st.error(str(error), icon=":material/cloud_off:")
            st.button(say("live.model_retry"), key=f"retry-{name}")
        return False
    place.empty()
    ready.add(name)
    process.self_test().begin(name)
    return True
