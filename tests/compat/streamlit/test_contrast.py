"""What the colours are given to stands in Streamlit's pages as they are installed. Whether they are
legible is measured in a browser, in tests/e2e/test_accessibility.py."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit

from coach.compat.streamlit.contrast import APP, CHOSEN, CONTRAST, LABEL

FRONTEND = Path(streamlit.__file__).parent / "static"


@pytest.fixture(scope="module")
def scripts() -> str:
    return "\n".join(path.read_text("utf-8") for path in FRONTEND.rglob("*.js"))


@pytest.mark.parametrize("name", [APP, CHOSEN, LABEL])
def test_streamlit_still_has_the_name(name, scripts):
    """Once it has not, the rule does nothing: a page is to be looked at, and the rule can go."""
    assert name in CONTRAST
    assert name in scripts
