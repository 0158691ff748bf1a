"""The video's component, before its page has run."""

from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest
from streamlit import runtime
from streamlit.components.lib.local_component_registry import LocalComponentRegistry
from streamlit_webrtc import component

from coach.compat.streamlit import component as streamlit_component
from coach.compat.streamlit.component import NAME, declare_ahead


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    server = SimpleNamespace(component_registry=LocalComponentRegistry())
    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: server)
    return server


def test_it_is_declared_as_its_library_does_it(server, caplog):
    declare_ahead()
    path = server.component_registry.get_component_path(NAME)
    theirs = component._component_func
    assert (NAME, path) == (theirs.name, theirs.abspath)
    with caplog.at_level(logging.WARNING):
        server.component_registry.register_component(theirs)
    assert not caplog.records, "declared again by its page, it is the same"


def test_without_a_server_there_is_nothing_to_declare(caplog):
    declare_ahead()
    assert not caplog.records


@pytest.mark.parametrize("gone", ["registry", "files"])
def test_where_that_is_no_longer_possible_it_is_said(server, monkeypatch, caplog, gone):
    if gone == "registry":
        del server.component_registry
    else:
        monkeypatch.setattr(streamlit_component, "LIBRARY", "nothing_such")
    declare_ahead()
    (record,) = caplog.records
    assert record.name == streamlit_component.__name__
    assert record.exc_info is None
