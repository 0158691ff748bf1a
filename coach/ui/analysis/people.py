"""A picture in which everybody has a number, and one of them can be chosen by a click."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import streamlit as st

from coach.texts import say

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, over the picture's width and height."""

_FOLDER = Path(__file__).parent / "people"


def choose_person(
    picture: str, people: Sequence[tuple[int, Box]], chosen: int | None, *, key: str
) -> int | None:
    """The number of the person who was just clicked on; None where nobody was.

    picture: its address, or itself as a data URL. people: each one's number and place. chosen: the
    number to be shown as chosen.
    """
    # Anew at each run, as in camera_probe: Streamlit 1.65 forgets what was registered at import.
    mount = st.components.v2.component("coach.analysis_people", css=_css(), js=_js())
    data = {
        "src": picture,
        "alt": say("analysis.picture"),
        "chosen": chosen,
        "people": [
            {
                "number": number,
                "box": list(box),
                "label": say("analysis.person", number=number),
            }
            for number, box in people
        ],
    }
    picked = mount(key=key, data=data, on_picked_change=lambda: None).get("picked")
    numbers = {number for number, _ in people}
    return int(picked) if isinstance(picked, (int, float)) and picked in numbers else None


@cache
def _js() -> str:
    return (_FOLDER / "people.js").read_text("utf-8")


@cache
def _css() -> str:
    return (_FOLDER / "people.css").read_text("utf-8")
