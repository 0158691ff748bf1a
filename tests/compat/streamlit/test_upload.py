"""An uploaded file's memory, once nobody needs it."""

from __future__ import annotations

import logging

import pytest
from streamlit.runtime import scriptrunner
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.testing.v1 import AppTest

from coach.compat.streamlit import upload as streamlit_upload
from coach.compat.streamlit.upload import free_upload


def page() -> None:
    import streamlit as st
    from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

    from coach.compat.streamlit.upload import free_upload

    st.session_state.manager = get_script_run_ctx().uploaded_file_mgr
    turn = st.session_state.setdefault("turn", 0)
    file = st.file_uploader("a file", key=f"upload-{turn}")
    if file is not None:
        if st.session_state.get("free"):
            free_upload(file)
            free_upload(file)
        st.session_state.turn = turn + 1
        st.rerun()


@pytest.fixture
def app():
    streamlit_upload._give_up.cache_clear()
    yield AppTest.from_function(page).run()
    streamlit_upload._give_up.cache_clear()


def held(app: AppTest) -> int:
    """Bytes of uploads in Streamlit's memory."""
    manager = app.session_state.manager
    assert isinstance(manager, MemoryUploadedFileManager)
    return sum(len(file.data) for files in manager.file_storage.values() for file in files.values())


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What we said; Streamlit has a word to say of its own."""
    return [each.message for each in caplog.records if each.name == streamlit_upload.__name__]


def drop(app: AppTest, *, free: bool) -> None:
    """Drop a file, and show the page once more without it."""
    app.session_state.free = free
    app.file_uploader[0].set_value(("set.mp4", b"1234567", "video/mp4"))
    app.run()
    assert not app.exception
    assert app.file_uploader[0].value is None


def test_streamlit_still_holds_what_no_uploader_shows_any_more(app):
    """Once it does not, the file can go."""
    drop(app, free=False)
    assert held(app) == 7


def test_it_is_freed(app, caplog):
    with caplog.at_level(logging.WARNING):
        drop(app, free=True)
    assert held(app) == 0
    assert not said(caplog)


@pytest.mark.parametrize("moved", ["the manager's method", "the run's context"])
def test_where_it_is_held_otherwise_it_stays_and_that_is_said_once(moved, app, monkeypatch, caplog):
    if moved == "the manager's method":
        monkeypatch.delattr(MemoryUploadedFileManager, "remove_file")
    else:
        monkeypatch.delattr(scriptrunner, "get_script_run_ctx")
    with caplog.at_level(logging.WARNING):
        drop(app, free=True)
    assert held(app) == 7
    assert len(said(caplog)) == 1


def test_without_a_page_there_is_nothing_to_free(caplog):
    free_upload(None)
    assert not said(caplog)
