"""One place to drop a picture or a video, and what is to be looked for in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

import streamlit as st
from streamlit.typing import UploadedFile

from coach import process
from coach.analysis.exercise_words import exercise_title
from coach.compat.streamlit.upload import free_upload
from coach.jobs.values import Options
from coach.motion.exercise import BEGINNER, LEVELS, Exercise
from coach.texts import say
from coach.texts.languages import language_code
from coach.vision.models.model_store import DEFAULT, MODELS

IMAGES = ("jpg", "jpeg", "png", "webp", "heic", "heif")
VIDEOS = ("mp4", "m4v", "mov", "webm", "mkv", "avi", "gif", "3gp")

_TURN = "analysis-turn"
_EXERCISE, _LEVEL, _MODEL = "analysis-exercise", "analysis-level", "analysis-model"
_CHOSEN = "analysis-chosen"


def drop_zone() -> UploadedFile | None:
    """The file that was dropped; None before, and after `forget_upload`."""
    turn = st.session_state.setdefault(_TURN, 0)
    return st.file_uploader(
        say("analysis.drop"),
        type=[*IMAGES, *VIDEOS],
        key=f"analysis-upload-{turn}",
        max_upload_size=max(1, round(process.jobs().limits.upload / 1e6)),
        help=say(
            "analysis.limits",
            image=process.finder().limits.size / 1e6,
            video=process.jobs().limits.upload / 1e6,
            minutes=process.jobs().limits.seconds / 60,
        ),
    )


def forget_upload(file: UploadedFile) -> None:
    """Empty the drop zone: another uploader takes its place, and the file's memory is freed."""
    free_upload(file)
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1


def is_image(file: UploadedFile) -> bool:
    """Whether the name says that it is a picture; what it is in truth, its reader finds out."""
    return PurePath(file.name).suffix.lower().lstrip(".") in IMAGES


def pick_model() -> str:
    """The pose model that looks."""
    return str(
        st.segmented_control(
            say("live.model"),
            list(MODELS),
            default=_kept(_MODEL, DEFAULT),
            format_func=lambda name: say(f"live.model_{name}"),
            key=_MODEL,
            help=say("live.model_help"),
            required=True,
            width="content",
            on_change=_keep,
        )
    )


def pick_exercise(exercises: Mapping[str, Exercise]) -> Options:
    """What a video is judged by: exercise, level and model, in one row."""
    with st.container(horizontal=True, gap="medium"):
        exercise = st.segmented_control(
            say("live.exercise"),
            list(exercises),
            default=_kept(_EXERCISE, next(iter(exercises))),
            format_func=lambda key: exercise_title(exercises[key]),
            key=_EXERCISE,
            required=True,
            width="content",
            on_change=_keep,
        )
        level = st.segmented_control(
            say("live.level"),
            LEVELS,
            default=_kept(_LEVEL, BEGINNER),
            format_func=lambda key: say(f"live.level_{key}"),
            key=_LEVEL,
            required=True,
            width="content",
            on_change=_keep,
        )
        model = pick_model()
    return Options(
        exercise=str(exercise), level=str(level), model=model, video=True, language=language_code()
    )


def _keep() -> None:
    # Streamlit forgets a widget's value once a page without it is shown.
    chosen = st.session_state.setdefault(_CHOSEN, {})
    for key in (_EXERCISE, _LEVEL, _MODEL):
        if key in st.session_state:
            chosen[key] = st.session_state[key]


def _kept(key: str, first: str) -> str:
    return str(st.session_state.get(_CHOSEN, {}).get(key, first))
