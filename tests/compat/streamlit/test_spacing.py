"""The classes that the spacing names stand in Streamlit's pages as they are installed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import streamlit

from coach.compat.streamlit.spacing import ELEMENT, METRIC, PAGE, ROW, SPACING

FRONTEND = Path(streamlit.__file__).parent / "static"


@pytest.fixture(scope="module")
def scripts() -> str:
    return "\n".join(path.read_text("utf-8") for path in FRONTEND.rglob("*.js"))


@pytest.mark.parametrize("name", [PAGE, ROW, ELEMENT, METRIC])
def test_streamlit_still_has_the_class(name, scripts):
    """Once it has not, the rule does nothing: a page is to be looked at, and the rule can go."""
    assert f".{name}" in SPACING
    assert re.search(rf"[`'\"]{name}[`'\" ]", scripts)
