"""A connection that is being set up, and one whose page was left."""

from __future__ import annotations

import logging
import sys
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
import streamlit as st
import streamlit_webrtc
from streamlit_webrtc import WebRtcStreamerState, component

from coach.compat.streamlit import webrtc_context as streamlit_webrtc_context
from coach.compat.streamlit.webrtc_context import hold_on_to

KEY = "camera-user"


class Stage:
    """A connection that was shown in run 7, and the session that holds it."""

    def __init__(self, monkeypatch):
        self.monkeypatch = monkeypatch
        self.worker = Mock()
        state = WebRtcStreamerState(playing=True, signalling=False)
        self.context = component.WebRtcStreamerContext(worker=self.worker, state=state)
        self.context._last_rendered_run_count = 7
        self.held: dict[str, object] = {KEY: self.context}
        monkeypatch.setattr(st, "session_state", self.held)

    def keep_value(self):
        """The component's page was not left."""
        self.held[component.generate_frontend_component_key(KEY)] = {"playing": True}

    def show(self, runs_later: int) -> bool:
        """Whether the connection is still there when the video is shown again."""
        info = SimpleNamespace(script_run_count=7 + runs_later)
        self.monkeypatch.setattr(component, "get_this_session_info", lambda: info)
        found = component._get_or_create_context(KEY)
        assert found.state.playing != self.worker.stop.called
        return found.state.playing


@pytest.fixture
def stage(monkeypatch):
    forget()
    yield Stage(monkeypatch)
    forget()


def forget():
    streamlit_webrtc_context._component_key.cache_clear()
    streamlit_webrtc_context._give_up.cache_clear()


@pytest.mark.parametrize(
    ("value_there", "runs_later", "kept"),
    [
        pytest.param(True, 2, True, id="two quick runs, counted together"),
        pytest.param(True, 1, True, id="one run after another"),
        pytest.param(False, 2, False, id="the page was left and is back"),
    ],
)
def test_a_connection_is_given_up_only_when_its_page_was_left(stage, value_there, runs_later, kept):
    if value_there:
        stage.keep_value()
    hold_on_to(KEY)
    assert stage.show(runs_later) == kept


def test_the_library_still_gives_up_by_the_number_of_runs(stage):
    """Once it does not, the file can go."""
    stage.keep_value()
    assert not stage.show(runs_later=2)


def test_before_the_first_time_there_is_nothing_to_hold_on_to(monkeypatch, caplog):
    monkeypatch.setattr(st, "session_state", {})
    hold_on_to(KEY)
    assert not caplog.records


@pytest.mark.parametrize("moved", ["the context's count", "the component's key", "the module"])
def test_where_it_is_kept_otherwise_nothing_is_done_and_it_is_said_once(
    moved, stage, monkeypatch, caplog
):
    stage.keep_value()
    if moved == "the context's count":
        del stage.context._last_rendered_run_count
    elif moved == "the component's key":
        monkeypatch.delattr(component, "generate_frontend_component_key")
    else:
        monkeypatch.delattr(streamlit_webrtc, "component")
        monkeypatch.setitem(sys.modules, "streamlit_webrtc.component", None)
    before = dict(vars(stage.context))
    with caplog.at_level(logging.WARNING):
        hold_on_to(KEY)
        hold_on_to(KEY)
    assert vars(stage.context) == before
    assert len(caplog.records) == 1
