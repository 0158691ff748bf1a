"""What a person chooses on the live page. Every choice begins as the session has it, so that it
survives a visit to another page.

The widgets' values are read before the widgets are drawn, and are never set by code: what is set in
a run that a click cuts short before the widget is drawn never reaches the browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from coach.analysis.exercise_words import exercise_title
from coach.live.settings import Settings
from coach.live.transport.stream import Facing
from coach.motion.exercise import LEVELS, Exercise
from coach.texts import say
from coach.texts.languages import language_code
from coach.vision.models.model_store import MODELS

_EXERCISE, _LEVEL = "live-exercise", "live-level"
_MIRROR, _PRIVACY, _MODEL = "live-mirror", "live-privacy", "live-model"
# Streamlit forgets a widget's value when a page without it is shown; the camera's is kept here.
_FACING, _KEPT = "live-facing", "live-facing-kept"


def chosen_settings(now: Settings) -> Settings:
    """The choices as the widgets have them; at first as they are `now`."""
    state = st.session_state
    return replace(
        now,
        exercise=state.get(_EXERCISE, now.exercise),
        level=state.get(_LEVEL, now.level),
        model=state.get(_MODEL, now.model),
        mirrored=state.get(_MIRROR, now.mirrored),
        privacy=state.get(_PRIVACY, now.privacy),
        language=language_code(),
    )


def chosen_camera() -> Facing:
    """Front or rear camera, as its widget has it."""
    kept = st.session_state.get(_KEPT, Facing.FRONT.value)
    st.session_state[_KEPT] = st.session_state.get(_FACING, kept)
    return Facing(st.session_state[_KEPT])


def pick_exercise(exercises: Mapping[str, Exercise], now: Settings) -> None:
    """Exercise and level, in one row."""
    with st.container(horizontal=True):
        st.segmented_control(
            say("live.exercise"),
            list(exercises),
            default=now.exercise,
            format_func=lambda key: exercise_title(exercises[key]),
            key=_EXERCISE,
            required=True,
            label_visibility="collapsed",
            width="content",
        )
        st.segmented_control(
            say("live.level"),
            LEVELS,
            default=now.level,
            format_func=lambda key: say(f"live.level_{key}"),
            key=_LEVEL,
            required=True,
            label_visibility="collapsed",
            width="content",
        )


def pick_options(now: Settings, *, locked: bool) -> None:
    """Camera, mirror, privacy and model, in one row. The camera is locked while it runs, since the
    browser opens it at START."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.segmented_control(
            say("live.camera"),
            [facing.value for facing in Facing],
            default=chosen_camera().value,
            format_func=lambda value: say(f"live.camera_{value}"),
            key=_FACING,
            help=say("live.camera_locked") if locked else None,
            disabled=locked,
            required=True,
            width="content",
        )
        st.segmented_control(
            say("live.model"),
            list(MODELS),
            default=now.model,
            format_func=lambda name: say(f"live.model_{name}"),
            key=_MODEL,
            help=say("live.model_help"),
            required=True,
            width="content",
        )
        st.toggle(say("live.mirror"), value=now.mirrored, key=_MIRROR, help=say("live.mirror_help"))
        st.toggle(
            say("live.privacy"), value=now.privacy, key=_PRIVACY, help=say("live.privacy_help")
        )
