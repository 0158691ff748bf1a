"""What a person chooses on the live page. Every choice begins as the session has it, so that it
survives a visit to another page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from coach.live.settings import Settings
from coach.live.stream import Facing
from coach.motion.exercise import LEVELS, Exercise
from coach.texts import say
from coach.vision.model_store import MODELS

_FACING = "live-facing"
_KEPT = "live-facing-kept"


def pick_exercise(exercises: Mapping[str, Exercise], now: Settings) -> Settings:
    """Exercise and level, in one row."""
    st.session_state.setdefault("live-exercise", now.exercise)
    st.session_state.setdefault("live-level", now.level)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        exercise = st.segmented_control(
            say("live.exercise"),
            list(exercises),
            format_func=lambda key: exercises[key].title,
            key="live-exercise",
            required=True,
            label_visibility="collapsed",
            width="content",
        )
        level = st.segmented_control(
            say("live.level"),
            LEVELS,
            format_func=lambda key: say(f"live.level_{key}"),
            key="live-level",
            required=True,
            label_visibility="collapsed",
            width="content",
        )
    return replace(now, exercise=exercise or now.exercise, level=level or now.level)


def pick_view(now: Settings) -> Settings:
    """Mirror, privacy and model, in one row."""
    st.session_state.setdefault("live-mirror", now.mirrored)
    st.session_state.setdefault("live-privacy", now.privacy)
    st.session_state.setdefault("live-model", now.model)
    mirrored = st.toggle(say("live.mirror"), key="live-mirror", help=say("live.mirror_help"))
    privacy = st.toggle(say("live.privacy"), key="live-privacy", help=say("live.privacy_help"))
    model = st.segmented_control(
        say("live.model"),
        list(MODELS),
        format_func=lambda name: say(f"live.model_{name}"),
        key="live-model",
        help=say("live.model_help"),
        required=True,
        width="content",
    )
    return replace(now, mirrored=mirrored, privacy=privacy, model=model or now.model)


def chosen_camera() -> Facing:
    """Front or rear camera, as `pick_camera` has it."""
    kept = st.session_state.get(_KEPT, Facing.FRONT.value)
    value = st.session_state.setdefault(_FACING, kept)
    st.session_state[_KEPT] = value
    return Facing(value)


def pick_camera(locked: bool) -> None:
    """Front or rear camera; locked while the camera runs, since the browser opens it at START."""
    st.segmented_control(
        say("live.camera"),
        [facing.value for facing in Facing],
        format_func=lambda value: say(f"live.camera_{value}"),
        key=_FACING,
        help=say("live.camera_locked") if locked else None,
        disabled=locked,
        required=True,
        width="content",
    )
