"""Whom to follow in a video, where there is more than one person: by a click on a skeleton."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import streamlit as st
from PIL import Image
from streamlit.typing import UploadedFile

from coach import process
from coach.jobs.scene import Look, Scene
from coach.jobs.values import JobError, Options
from coach.texts import say
from coach.ui.analysis.people import choose_person
from coach.ui.player.picture import as_data_url

EVERY_S = 0.5
# At the very beginning there often is a title, or nobody yet.
FIRST_AT_S = 1.0
_LOOK, _CHOSEN, _AT = "analysis-scene", "analysis-whom", "analysis-scene-at"
_LONGEST = 1280


def choose_whom(file: UploadedFile, options: Options, owner: str) -> Options | None:
    """The options with whom to follow, as it was chosen; None where the file is no video.

    It is looked who is there as soon as a file is dropped; nobody has to wait for it.
    """
    at_s = float(st.session_state.get(_AT, FIRST_AT_S))
    look = _look(file, options.model, at_s, owner)
    if not look.future.done():
        _wait(look)
        return options
    try:
        scene = look.future.result()
    except JobError as error:
        st.error(str(error), icon=":material/error:")
        return None
    if len(scene.people) < 2:
        return options
    return _choice(scene, options)


def stop_looking() -> None:
    """What is being looked for is not needed any more."""
    _, look = st.session_state.pop(_LOOK, (None, None))
    if look is not None:
        look.stop()


def _choice(scene: Scene, options: Options) -> Options:
    chosen = min(st.session_state.get(_CHOSEN, 1), len(scene.people))
    st.markdown(f"**{say('analysis.whom', count=len(scene.people))}**")
    places = [(person.number, person.box) for person in scene.people]
    picked = choose_person(_preview(scene.picture), places, chosen, key="analysis-whom-people")
    if picked is not None and picked != chosen:
        st.session_state[_CHOSEN] = picked
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.number_input(
            say("analysis.whom_at"),
            min_value=0.0,
            value=FIRST_AT_S,
            step=1.0,
            format="%.1f",
            key=_AT,
            help=say("analysis.whom_at_help"),
            width=180,
        )
        st.badge(say("analysis.whom_chosen", number=chosen), icon=":material/person_pin:")
    return replace(options, follow=scene.people[chosen - 1].follow)


def _look(file: UploadedFile, model: str, at_s: float, owner: str) -> Look:
    key = (file.file_id, model, at_s)
    kept_key, kept = st.session_state.get(_LOOK, (None, None))
    if kept_key == key:
        look: Look = kept
        return look
    if kept is not None:
        kept.stop()
    look = process.scenes().look(file.getvalue(), file.name, model, at_s, owner)
    st.session_state[_LOOK] = (key, look)
    st.session_state.pop(_CHOSEN, None)
    return look


def _wait(look: Look) -> None:
    def wait() -> None:
        if look.future.done():
            st.rerun()
        st.caption(say("analysis.whom_looking"))

    st.fragment(wait, run_every=EVERY_S)()


@st.cache_data(max_entries=8, show_spinner=False)
def _preview(png: bytes) -> str:
    # Written by a process of ours out of pixels: a picture for certain.
    with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
        return as_data_url(np.asarray(image.convert("RGB")), _LONGEST)
