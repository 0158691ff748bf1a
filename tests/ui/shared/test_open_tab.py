"""Whether a tab is connected, as Streamlit's session tells it."""

from __future__ import annotations

from streamlit.runtime.caching import clear_session_resource_cache
from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    from coach.ui.shared.open_tab import open_tab

    st.session_state.id = get_script_run_ctx().session_id
    st.session_state.tab = open_tab()


def test_a_tab_is_open_until_its_session_is_cut_off_and_then_another_one():
    app = AppTest.from_function(page).run()
    tab = app.session_state.tab
    app.run()
    assert app.session_state.tab is tab
    assert tab.is_open()
    clear_session_resource_cache(app.session_state.id)
    assert not tab.is_open()
    app.run()
    assert app.session_state.tab is not tab
    assert app.session_state.tab.is_open()
