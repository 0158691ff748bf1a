"""What is heard of a browser tab that is on its way to another page."""

from __future__ import annotations

import asyncio
import logging
import sys
from unittest.mock import Mock

import pytest
import streamlit.proto
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests
from streamlit.web.server.starlette.starlette_websocket import create_websocket_routes

from coach.compat.streamlit import page_change as streamlit_page_change
from coach.compat.streamlit.page_change import (
    BEGUN_S,
    ON_THE_WAY_S,
    PAGES,
    Listener,
    PageChange,
)

LIVE, HISTORY = "live", "history"


def link(page: str) -> bytes:
    """A link is followed."""
    message = BackMsg()
    message.rerun_script.page_script_hash = page
    return message.SerializeToString()


def component(page: str, fragment: str = "") -> bytes:
    """A component of a page, or of a part of it, says something."""
    message = BackMsg()
    message.rerun_script.page_script_hash = page
    message.rerun_script.fragment_id = fragment
    message.rerun_script.widget_states.widgets.add(id="video", json_value="{}")
    return message.SerializeToString()


def opened() -> bytes:
    """The tab was opened: no page has a name yet."""
    message = BackMsg()
    message.rerun_script.query_string = ""
    return message.SerializeToString()


@pytest.mark.parametrize(
    ("said", "wanted", "what"),
    [
        ([(0, opened()), (1, component(LIVE))], [0, 0], "nobody goes anywhere"),
        (
            [(0, component(LIVE)), (1, link(HISTORY)), (1.1, component(LIVE))],
            [0, 0, None],
            "the video, ready just after the link was followed, does not call back",
        ),
        (
            [(1, link(HISTORY)), (1.1, component(LIVE, "panel"))],
            [0, None],
            "nor does a part of the page that is left, which would empty both",
        ),
        (
            [(1, link(HISTORY)), (1.5, component(HISTORY)), (1.6, component(LIVE))],
            [0, 0, 0],
            "who has arrived is heard, whatever page a switch by the server leads to",
        ),
        (
            [(1, link(HISTORY)), (1.2, link(LIVE)), (1.3, component(LIVE))],
            [0, 0, 0],
            "who turns round on the way is heard where they came from",
        ),
        (
            [(1, link(HISTORY)), (1 + ON_THE_WAY_S, component(LIVE))],
            [0, 0],
            "a page that never appears does not silence the other for ever",
        ),
        (
            [(1, component(LIVE, "panel")), (1.05, link(HISTORY))],
            [0, BEGUN_S - 0.05],
            "what the page asked for just before has begun when the other page is run",
        ),
        ([(1, component(LIVE)), (9, link(HISTORY))], [0, 0], "nobody waits for nothing"),
        ([(1, link(HISTORY)), (1.1, b"\xff")], [0, 0], "no message: Streamlit answers"),
    ],
)
def test_what_is_heard(said, wanted, what):
    listener = Listener()
    assert [listener.hears(data, t) for t, data in said] == pytest.approx(wanted), what


@pytest.mark.parametrize(
    ("kind", "path", "heard", "what"),
    [
        ("websocket", PAGES, 2, "of three messages the one from the page that is left is not"),
        ("websocket", "/elsewhere", 3, "another socket is nobody's page"),
        ("http", PAGES, 3, "requests pass"),
    ],
)
def test_the_rest_passes_through(kind, path, heard, what):
    messages = [
        {"type": f"{kind}.receive", "bytes": link(HISTORY)},
        {"type": f"{kind}.receive", "bytes": component(LIVE)},
        {"type": f"{kind}.disconnect"},
    ]
    queue, seen = list(messages), []

    async def receive():
        return queue.pop(0)

    async def send(message):
        raise AssertionError(message)

    async def app(scope, receive, send):
        while not seen or not seen[-1]["type"].endswith("disconnect"):
            seen.append(await receive())

    asyncio.run(PageChange(app)({"type": kind, "path": path}, receive, send))
    assert len(seen) == heard, what
    assert seen[0] == messages[0]
    assert seen[-1] == messages[-1]


def test_streamlit_still_goes_back_to_the_page_that_spoke_last():
    """Once it does not, the file can go."""
    requests = ScriptRequests()
    requests.request_rerun(RerunData(page_script_hash=HISTORY))
    states = WidgetStates()
    states.widgets.add(id="video", json_value="{}")
    requests.request_rerun(RerunData(page_script_hash=LIVE, widget_states=states))
    assert requests.on_scriptrunner_ready().rerun_data.page_script_hash == LIVE


def test_streamlit_still_leaves_a_page_that_runs_for_the_one_that_spoke_last():
    requests = ScriptRequests()
    requests.request_rerun(RerunData(page_script_hash=HISTORY))
    assert requests.on_scriptrunner_ready().rerun_data.page_script_hash == HISTORY
    requests.request_rerun(RerunData(page_script_hash=LIVE))
    stopped = requests.on_scriptrunner_yield()
    assert stopped is not None
    assert stopped.rerun_data.page_script_hash == LIVE


def test_browser_and_server_still_talk_where_we_listen():
    assert any(route.path.endswith(PAGES) for route in create_websocket_routes(Mock(), None))


class Rerun:
    """A wish without the field that names a page's parts."""

    page_script_hash = ""
    widget_states = Mock(widgets=())


class Other:
    """A message that is made otherwise."""

    rerun_script = Rerun()

    def ParseFromString(self, data):  # noqa: N802 - protobuf's name
        pass

    def SerializeToString(self):  # noqa: N802 - protobuf's name
        return b""


@pytest.fixture
def not_tried():
    streamlit_page_change._back_message.cache_clear()
    yield
    streamlit_page_change._back_message.cache_clear()


@pytest.mark.parametrize("moved", ["the module", "the message", "a field"])
def test_messages_that_are_written_otherwise_pass_and_that_is_said_once(
    moved, not_tried, monkeypatch, caplog
):
    said = [link(HISTORY), component(LIVE), component(LIVE, "panel")]
    if moved == "the module":
        monkeypatch.delattr(streamlit.proto, "BackMsg_pb2")
        monkeypatch.setitem(sys.modules, "streamlit.proto.BackMsg_pb2", None)
    elif moved == "the message":
        monkeypatch.delattr(streamlit.proto.BackMsg_pb2, "BackMsg")
    else:
        monkeypatch.setattr(streamlit.proto.BackMsg_pb2, "BackMsg", Other)
    listener = Listener()
    with caplog.at_level(logging.WARNING):
        assert [listener.hears(data, t) for t, data in enumerate(said)] == [0, 0, 0]
    assert len(caplog.records) == 1
