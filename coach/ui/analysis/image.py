"""A still picture: everybody's skeleton, landmarks and joint angles, and files to take away."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from pathlib import PurePath

import streamlit as st
from streamlit.typing import UploadedFile

from coach import process
from coach.images import tables
from coach.images.drawing import as_png, drawn
from coach.images.errors import ImageError
from coach.images.finder import BusyError
from coach.images.people import ANGLES, MeasuredPeople, MeasuredPerson
from coach.texts import say
from coach.ui.analysis.people import choose_person
from coach.ui.live.model_download import model_ready
from coach.ui.player.picture import as_data_url
from coach.ui.shared.words import MISSING
from coach.vision.models.model_store import ModelStoreError

_SHOWN, _CHOSEN = "analysis-image", "analysis-image-person"
_LONGEST = 1600


@dataclass(frozen=True, eq=False)
class ShownImage:
    """What the page keeps of a picture: far less than its pixels."""

    preview: str
    """With the skeletons, as a data URL."""
    people: tuple[MeasuredPerson, ...]
    json: str
    csv: str


def show_image(file: UploadedFile, model: str) -> None:
    """The picture, its people and their numbers; or a sentence on why there is nothing to show."""
    shown = _look(file, model) if model_ready(model) else None
    if shown is None:
        return
    if not shown.people:
        st.image(shown.preview)
        st.warning(say("analysis.nobody_in_picture"), icon=":material/person_off:")
        return
    chosen = min(st.session_state.get(_CHOSEN, 1), len(shown.people))
    left, right = st.columns([5, 4], gap="medium")
    with left:
        if len(shown.people) > 1:
            _choose(shown, chosen)
        else:
            st.image(shown.preview)
        _downloads(file, model, shown)
    person = shown.people[chosen - 1]
    with right:
        if len(shown.people) > 1:
            st.subheader(say("analysis.person", number=chosen), anchor=False)
        st.markdown(f"**{say('analysis.angles')}**")
        st.table(angle_rows(person), border="horizontal", hide_index=True)
        st.markdown(f"**{say('analysis.landmarks')}**")
        st.dataframe(landmark_rows(person), hide_index=True, height=420)


def _choose(shown: ShownImage, chosen: int) -> None:
    places = [(person.number, person.box) for person in shown.people]
    picked = choose_person(shown.preview, places, chosen, key="analysis-image-people")
    if picked is not None and picked != chosen:
        st.session_state[_CHOSEN] = picked
        st.rerun()
    st.caption(say("analysis.choose_number", count=len(shown.people)))


def angle_rows(person: MeasuredPerson) -> list[dict[str, str]]:
    """One row per joint: its angle in space on the left and on the right."""
    by_name = {angle.name: angle.world for angle in person.angles}
    return [
        {
            say("analysis.joint"): say(f"joint.{joint}"),
            say("analysis.left"): _degrees(by_name[f"left_{joint}"]),
            say("analysis.right"): _degrees(by_name[f"right_{joint}"]),
        }
        for joint in ANGLES
    ]


def landmark_rows(person: MeasuredPerson) -> list[dict[str, str | float]]:
    """One row per landmark: x, y, z and visibility, as docs/formats.md describes them."""
    return [
        {
            say("analysis.landmark"): row.landmark.replace("_", " "),
            "x": round(row.x, 4),
            "y": round(row.y, 4),
            "z": round(row.z, 4),
            say("analysis.visibility"): round(row.visibility, 3),
        }
        for row in tables.rows(person)
    ]


def _look(file: UploadedFile, model: str) -> ShownImage | None:
    """What is in the picture, looked at once; None where a sentence was said instead."""
    key = (file.file_id, model)
    kept_key, kept = st.session_state.get(_SHOWN, (None, None))
    if kept_key == key:
        shown: ShownImage = kept
        return shown
    try:
        with st.spinner(say("analysis.looking")):
            found = process.finder().submit(file.getvalue(), model, _shown).result()
    except (ImageError, BusyError, ModelStoreError) as error:
        st.error(str(error), icon=":material/broken_image:")
        return None
    st.session_state[_SHOWN] = (key, found)
    st.session_state[_CHOSEN] = 1
    return found


def _shown(found: MeasuredPeople) -> ShownImage:
    return ShownImage(
        as_data_url(drawn(found), _LONGEST),
        found.people,
        json.dumps(tables.to_json(found), indent=2, allow_nan=False),
        tables.to_csv(found),
    )


def _downloads(file: UploadedFile, model: str, shown: ShownImage) -> None:
    name = PurePath(file.name).stem

    def png() -> bytes:
        # Looked at anew: the pixels of a large picture are not kept for a click that may not come.
        return (
            process.finder()
            .submit(file.getvalue(), model, lambda found: as_png(drawn(found)))
            .result()
        )

    files: list[tuple[str, str, str, str | Callable[[], bytes]]] = [
        ("PNG", f"{name}_skeleton.png", "image/png", png),
        ("JSON", f"{name}_landmarks.json", "application/json", shown.json),
        ("CSV", f"{name}_landmarks.csv", "text/csv", shown.csv),
    ]
    with st.container(horizontal=True, gap="small"):
        for label, file_name, kind, data in files:
            st.download_button(
                label, data, file_name, kind, icon=":material/download:", on_click="ignore"
            )


def _degrees(value: float) -> str:
    return f"{value:.0f}°" if isfinite(value) else MISSING
