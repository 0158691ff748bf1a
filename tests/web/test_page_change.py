"""What is heard of a browser tab that is on its way to another page."""

from __future__ import annotations

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from coach.web.page_change import BEGUN_S, ON_THE_WAY_S, PAGES, Listener, PageChange

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
