"""The page of an app whose native libraries do not load."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from coach.ui import start_check
from coach.vision.models.libraries import LibraryError


def page() -> None:
    import streamlit as st

    from coach.ui.start_check import stop_without_libraries

    stop_without_libraries()
    st.write("the coach")


def test_a_sentence_stands_where_the_coach_would(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise LibraryError("Install it and start again.")

    monkeypatch.setattr(start_check, "check", broken)
    app = AppTest.from_function(page).run()
    assert [error.value for error in app.error] == ["Install it and start again."]
    assert not app.markdown


def test_nothing_is_said_where_all_is_well() -> None:
    app = AppTest.from_function(page).run()
    assert not app.error
    assert [text.value for text in app.markdown] == ["the coach"]
