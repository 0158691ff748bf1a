"""Errors: a sentence for anybody who asks, a line for a person who runs the server."""

from __future__ import annotations

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute

from coach.live.load.fleet import Fleet
from coach.web.metrics import Audience, metrics_route
from coach.web.protection.guards import GUARDS
from tests.images.figures import packed, quartered
from tests.web.asgi import ask

SECRET = "the secret of the house"
PICTURE = packed(quartered(), "PNG")


def boom(_):
    raise RuntimeError(f"{SECRET}\nin two lines")


def one_line(caplog) -> str:
    (record,) = caplog.records
    assert record.exc_info is None, "no traceback"
    text = record.getMessage()
    assert "\n" not in text
    return text


class TestWhatNobodyForesaw:
    def test_in_the_api_is_answered_and_one_line_in_the_log(self, stage, monkeypatch, caplog):
        monkeypatch.setattr(stage.stills, "find", boom)
        answer = stage.ask("POST", "/api/pose", PICTURE)
        assert answer.status == 500
        assert SECRET not in answer.problem
        line = one_line(caplog)
        assert "POST '/api/pose'" in line
        assert SECRET in line
        assert "test_problems.py:" in line, "it says where"

    @pytest.mark.parametrize("path", ["/metrics", "/any", "/any\x1b[31m\u202e"])
    def test_elsewhere_too(self, path, caplog):
        app = Starlette(routes=[Route(path, boom)], middleware=GUARDS)
        answer = ask(app, "GET", path)
        assert answer.status == 500
        assert SECRET not in answer.problem
        assert not set("\x1b\u202e") & set(one_line(caplog)), (
            "what steers a terminal is written out"
        )

    def test_in_the_middle_of_an_answer_breaks_it_off(self, caplog):
        async def pieces():
            yield b"so far"
            raise OSError(SECRET)

        app = Starlette(
            routes=[Route("/api/x", lambda _: StreamingResponse(pieces()))], middleware=GUARDS
        )
        answer = ask(app, "GET", "/api/x")
        assert (answer.status, answer.body) == (200, b"so far")
        assert SECRET in one_line(caplog)

    def test_in_a_websocket_closes_it(self, caplog):
        async def talk(websocket):
            await websocket.accept()
            raise RuntimeError(SECRET)

        app = Starlette(routes=[WebSocketRoute("/x", talk)], middleware=GUARDS)
        sent = handshake(app, "/x")
        assert [message["type"] for message in sent] == ["websocket.accept", "websocket.close"]
        assert sent[-1]["code"] == 1011
        assert SECRET in one_line(caplog)


def handshake(app, path: str, extensions: tuple[str, ...] = ()) -> list[dict]:
    """What is answered to a WebSocket that asks to be let in."""
    sent: list[dict] = []

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "websocket", "path": path, "raw_path": path.encode(), "root_path": "",
        "query_string": b"", "scheme": "ws", "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 50_000), "server": ("127.0.0.1", 8501), "subprotocols": [],
        "extensions": {name: {} for name in extensions},
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    return sent


@pytest.mark.parametrize("path", ["/api/pose", "/api/jobs/x\n", "/api/files/", "/api/"])
def test_a_websocket_finds_nothing_in_the_api(stage, path, caplog):
    start, body = handshake(stage.app, path, ("websocket.http.response",))
    assert start["type"] == "websocket.http.response.start"
    assert start["status"] == 404
    assert b"no WebSocket here" in body["body"]
    assert handshake(stage.app, path) == [{"type": "websocket.close"}], (
        "where it cannot be answered"
    )
    assert not caplog.records


@pytest.mark.parametrize(
    ("method", "path", "headers", "status", "says"),
    [
        pytest.param("POST", "/api", {}, 405, "GET", id="the API's own address"),
        pytest.param("DELETE", "/api", {}, 405, "not possible", id="another method"),
        pytest.param("POST", "/metrics", {}, 405, "GET", id="figures, another method"),
        pytest.param("GET", "/metrics", {"host": "a.org"}, 403, "COACH_METRICS", id="elsewhere"),
        pytest.param("GET", "/api/text", {}, 418, "/api/docs", id="a library's words"),
        pytest.param("GET", "/api/raised", {}, 451, "/api/docs", id="a library's error"),
        pytest.param("GET", "/api/file", {"range": "bytes=9-"}, 416, "FIRST", id="no such part"),
        pytest.param("GET", "/api/file", {"range": "x=1-2"}, 400, "FIRST", id="no part at all"),
    ],
)
def test_every_error_below_our_paths_is_a_problem(
    stage, tmp_path, method, path, headers, status, says
):
    (tmp_path / "x").write_bytes(b"123")

    def raised(_):
        raise HTTPException(451, "a library's words")

    routes = [
        Route("/api/text", lambda _: PlainTextResponse("a library's words", 418)),
        Route("/api/raised", raised),
        Route("/api/file", lambda _: FileResponse(tmp_path / "x")),
        *metrics_route(Fleet(limit=1, cores=1.0, cpu=lambda: 0.0), Audience.LOCAL),
        *stage.app.routes,
    ]
    answer = ask(Starlette(routes=routes, middleware=GUARDS), method, path, headers=headers)
    assert answer.status == status
    assert says in answer.problem
    # Starlette left the unit out until 0.49.
    ranges = ("bytes */3", "*/3") if status == 416 else (None,)
    assert answer.headers.get("content-range") in ranges
    if status == 405:
        assert "GET" in answer.headers["allow"]


def test_errors_of_others_are_left_as_they_are():
    def refused(_):
        return Response("Streamlit's own", 400)

    app = Starlette(
        routes=[Route("/_stcore/upload_file/x", refused), Route("/apix", refused)],
        middleware=GUARDS,
    )
    for path in ("/_stcore/upload_file/x", "/apix"):
        assert ask(app, "GET", path).body == b"Streamlit's own"
