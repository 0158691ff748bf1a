"""What is sent to a real server's socket by those who mean harm: every request gets an answer or
the connection's end, no request gets a traceback into the log, and the server goes on."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import pytest
import uvicorn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from coach.live.load.fleet import Fleet
from coach.web.metrics import Audience, metrics_route
from coach.web.protection.guards import GUARDS

HOST = b"Host: localhost\r\n"
UPGRADE = b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
WEBSOCKET = UPGRADE + b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
FORM = b"Content-Type: multipart/form-data; boundary="
PATIENCE_S = 0.3
"""Seconds that a client waits for an answer to a request that may not be whole."""


@dataclass(frozen=True)
class Answer:
    """status: 0 where none came. body: as far as it came."""

    status: int
    head: bytes
    body: bytes


@dataclass
class Server:
    """A server on this machine, and its log."""

    port: int
    log: Any

    def ask(self, raw: bytes, wait_s: float = 5.0) -> Answer:
        """Send bytes, and take the first answer."""
        received = b""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait_s) as client:
            try:
                client.sendall(raw)
                while not is_whole(received):
                    piece = client.recv(65_536)
                    if not piece:
                        break
                    received += piece
            except (TimeoutError, ConnectionError):
                pass
        head, _, body = received.partition(b"\r\n\r\n")
        status = int(head.split()[1]) if head.startswith(b"HTTP/1.1 ") else 0
        return Answer(status, head.lower(), body)

    def assert_well(self) -> None:
        """It answers, and its log holds lines alone."""
        answer = self.ask(b"GET /api/health HTTP/1.1\r\nConnection: close\r\n" + HOST + b"\r\n")
        assert answer.status == 200
        for record in self.log.records:
            assert record.exc_info is None, record.getMessage()
            assert "Traceback" not in record.getMessage()
            assert "\n" not in record.getMessage().strip()


def is_whole(received: bytes) -> bool:
    head, end, body = received.partition(b"\r\n\r\n")
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return len(body) >= int(line.split(b":")[1])
    return bool(end) and head.startswith(b"HTTP/1.1 101")


PARSERS = [
    "h11",
    pytest.param(
        "httptools",
        marks=pytest.mark.skipif(find_spec("httptools") is None, reason="it is not installed"),
    ),
]
"""uvicorn takes the second one where it is there; it knows fewer methods, and lets more pass."""


@pytest.fixture(params=PARSERS)
def server(
    request: pytest.FixtureRequest, make_stage: Any, caplog: pytest.LogCaptureFixture
) -> Iterator[Server]:
    """The API and the figures behind the guards, served as Streamlit serves them."""
    stage = make_stage(each=1000, waiting=1000)
    stage.script = ""
    figures = metrics_route(Fleet(limit=1, cores=1.0, cpu=lambda: 0.0), Audience.LOCAL)
    app = Starlette(routes=[*figures, *stage.app.routes], middleware=GUARDS)
    config = uvicorn.Config(
        app, host="127.0.0.1", port=0, http=request.param, ws="websockets-sansio", access_log=False,
        log_config=None, lifespan="off",
    )  # fmt: skip
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    caplog.set_level(logging.INFO)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Server(port, caplog)
    server.should_exit = True
    thread.join(30)
    assert not thread.is_alive()


def get(target: bytes, *headers: bytes, version: bytes = b"HTTP/1.1") -> bytes:
    return b"GET " + target + b" " + version + b"\r\n" + HOST + b"".join(headers) + b"\r\n"


def post(target: bytes, body: bytes, *headers: bytes) -> bytes:
    length = b"Content-Length: %d\r\n" % len(body)
    return b"POST " + target + b" HTTP/1.1\r\n" + HOST + length + b"".join(headers) + b"\r\n" + body


def chunked(target: bytes, body: bytes) -> bytes:
    return (
        b"POST " + target + b" HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n" + body
    )


BY_THE_PARSER = b"Invalid HTTP request received."

FLOOD = [b"X-%d: %s\r\n" % (i, b"y" * 100) for i in range(2000)]
PARTS = b"".join(b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n' for _ in range(99))
LONG_HEADER = b"--b\r\nContent-Disposition: form-data; " + b"x" * 100_000

OURS = [
    pytest.param(post(b"/api/pose", b"x", FORM + b"b" * 300 + b"\r\n"), 400, id="a long boundary"),
    pytest.param(post(b"/api/pose", b"x", FORM + b"b" * 9000 + b"\r\n"), 400, id="a longer one"),
    pytest.param(post(b"/api/pose", b"x", FORM + b"\xff\xfe\r\n"), 400, id="a strange boundary"),
    pytest.param(post(b"/api/pose", b"x", b'Content-Type: ;;;="\xff\r\n'), 415, id="a broken type"),
    pytest.param(post(b"/api/pose", PARTS + b"--b--", FORM + b"b\r\n"), 422, id="many parts"),
    pytest.param(post(b"/api/pose", LONG_HEADER, FORM + b"b\r\n"), 400, id="a long part's header"),
    pytest.param(get(b"/api/pose", WEBSOCKET), 404, id="a WebSocket"),
    pytest.param(get(b"/api/jobs/%0A", WEBSOCKET), 404, id="a WebSocket, in two lines"),
    pytest.param(get(b"/api/jobs/%00%0d%0a"), 404, id="a null byte and line breaks"),
    pytest.param(get(b"/api/jobs/%ed%a0%80"), 404, id="half a character"),
    pytest.param(get(b"/api/files/..%2f..%2fetc%2fpasswd"), 404, id="another folder"),
    pytest.param(get(b"/api/" + b"a/" * 5000), 404, id="a long path"),
    pytest.param(b"BREW /api/pose HTTP/1.1\r\n" + HOST + b"\r\n", 405, id="a method of tea pots"),
    pytest.param(b"BREW /metrics HTTP/1.1\r\n" + HOST + b"\r\n", 405, id="figures of tea"),
    pytest.param(b"POST /api HTTP/1.1\r\n" + HOST + b"\r\n", 405, id="the API itself"),
    pytest.param(get(b"/metrics", b"X-Forwarded-For: \xff,,[::\r\n"), 403, id="strange proxies"),
    pytest.param(post(b"/api/pose", b"", b"Origin: http://[::1\r\n"), 403, id="a broken origin"),
    pytest.param(
        post(b"/api/pose", b"x", b"Transfer-Encoding: chunked\r\n"), 408, id="two lengths, no end"
    ),
    pytest.param(chunked(b"/api/pose", b"0\r\n\r\n"), 422, id="nothing in pieces"),
    pytest.param(
        post(b"/api/analyze?" + b"&".join(b"a%d=1" % i for i in range(5000)), b"x"),
        422, id="a flood of fields",
    ),
    pytest.param(
        b"POST /api/pose HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc", 415, id="an old version"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "status"), OURS)
def test_what_reaches_us_is_answered_by_a_problem(server, monkeypatch, raw, status):
    monkeypatch.setattr("coach.web.protection.request_pace.PATIENCE_S", PATIENCE_S)
    answer = server.ask(raw)
    if answer.body == BY_THE_PARSER:
        assert status in (405, 408), "it may know no such method, and no two lengths"
        return
    assert answer.status == status
    assert b"application/problem+json" in answer.head
    assert b"nosniff" in answer.head
    assert answer.body.startswith(b'{"type":')
    server.assert_well()


SERVERS = [
    pytest.param(b"GET /api/health\r\n\r\n", id="HTTP 0.9"),
    pytest.param(get(b"/api/health", version=b"HTTP/x"), id="a version that there is not"),
    pytest.param(get(b"/api/\x00"), id="a null byte"),
    pytest.param(get(b"/api/\xff"), id="bytes that are no letters"),
    pytest.param(get(b"/api/health", b"X: a\x00b\r\n"), id="a null byte in a header"),
    pytest.param(get(b"/api/health", b"X : a\r\n"), id="a space in a header's name"),
    pytest.param(get(b"/api/health", HOST), id="two hosts"),
    pytest.param(get(b"/api/health", *FLOOD), id="a flood of headers"),
    pytest.param(get(b"/" + b"a" * 100_000), id="a path without end"),
    pytest.param(chunked(b"/api/pose", b"ZZ\r\nabc\r\n"), id="pieces of no length"),
    pytest.param(chunked(b"/api/pose", b"-1\r\nabc\r\n"), id="pieces of less than nothing"),
    pytest.param(chunked(b"/api/pose", b"f" * 40 + b"\r\n"), id="a piece without end"),
    pytest.param(
        b"POST /api/pose HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n\r\n", id="a length below 0"
    ),
    pytest.param(
        b"POST /api/pose HTTP/1.1\r\n" + HOST + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n",
        id="a length of thousands of digits",
    ),
    pytest.param(get(b"/api/pose", UPGRADE), id="a WebSocket without a key"),
    pytest.param(get(b"/api/pose", UPGRADE + b"Sec-WebSocket-Key: x\r\n"), id="with a wrong one"),
    pytest.param(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200), id="TLS"),
    pytest.param(b"\r\n" * 1000, id="line breaks"),
    pytest.param(b"", id="nothing"),
]


@pytest.mark.parametrize("raw", SERVERS)
def test_what_is_hardly_a_request_is_refused_or_taken_for_one(server, raw):
    answer = server.ask(raw, PATIENCE_S)
    assert answer.status in (0, 200, 400, 404, 426)
    server.assert_well()


@pytest.mark.parametrize("path", [b"/metrics", b"/api", b"/", b"/any"])
def test_a_websocket_is_let_in_nowhere_else(server, path):
    assert server.ask(get(path, WEBSOCKET)).status in (403, 404)
    server.assert_well()


def test_requests_that_do_not_wait_for_one_another_are_answered_in_turn(server):
    three = (
        get(b"/api/health") + get(b"/api/nothing") + get(b"/api/health", b"Connection: close\r\n")
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as client:
        client.sendall(three)
        received = b""
        while piece := client.recv(65_536):
            received += piece
    statuses = [part.split()[0] for part in received.split(b"HTTP/1.1 ")[1:]]
    assert statuses == [b"200", b"404", b"200"]
    server.assert_well()


def test_who_hangs_up_in_the_middle_leaves_nothing(server):
    for raw in (
        b"POST /api/analyze?exercise=squat HTTP/1.1\r\n" + HOST + b"Content-Length: 99\r\n\r\nabc",
        chunked(b"/api/pose", b"5\r\nab"),
        b"POST /api/po",
    ):
        with socket.create_connection(("127.0.0.1", server.port), timeout=5) as client:
            client.sendall(raw)
    server.assert_well()


METHODS = st.sampled_from([b"GET", b"POST", b"DELETE", b"HEAD", b"OPTIONS", b"PUT", b"brew", b""])
TARGETS = st.sampled_from(
    [
        b"/api", b"/api/", b"/api/pose", b"/api/analyze?exercise=squat", b"/api/jobs/x",
        b"/api/files/x", b"/api/docs", b"/metrics", b"/", b"*", b"//", b"http://x/api/pose",
    ]
)  # fmt: skip
NAMES = st.sampled_from(
    [
        b"Content-Type", b"Content-Length", b"Transfer-Encoding", b"Connection", b"Upgrade",
        b"Expect", b"Range", b"Origin", b"Sec-Fetch-Site", b"X-Forwarded-For", b"X-Forwarded-Proto",
        b"Authorization", b"Cookie", b"Host", b"Sec-WebSocket-Key", b"Sec-WebSocket-Version",
        b"Sec-WebSocket-Protocol", b"Content-Disposition",
    ]
)  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(
        [
            b"multipart/form-data; boundary=b", b"multipart/form-data; boundary=" + b"b" * 257,
            b"image/png", b"video/mp4", b"chunked", b"gzip, chunked", b"close", b"Upgrade",
            b"websocket", b"100-continue", b"bytes=0-", b"bytes=-1,0-0", b"null", b"http://x",
            b"cross-site", b"1.2.3.4", b"[::1]:1", b"Bearer x", b"a=b; c", b"0", b"3", b"-3",
            b"1e3", b"dGhlIHNhbXBsZSBub25jZQ==", b"13",
        ]
    ),
    st.binary(max_size=30),
)  # fmt: skip
BODIES = st.one_of(
    st.binary(max_size=60),
    st.lists(
        st.sampled_from(
            [
                b"--b", b"--b--", b"\r\n", b"\n", b":", b";", b'"', b"=", b"a",
                b'Content-Disposition: form-data; name="image"; filename="\xff"', b"3\r\nabc\r\n",
                b"0\r\n\r\n", b'Content-Disposition: form-data; name="exercise"', b"\x00",
            ]
        ),
        max_size=12,
    ).map(b"".join),
)  # fmt: skip


@st.composite
def requests(draw: st.DrawFn) -> bytes:
    """Nearly a request: each part by itself may be right."""
    headers = draw(st.lists(st.tuples(NAMES, VALUES), max_size=5))
    body = draw(BODIES)
    if draw(st.booleans()):
        headers.append((b"Content-Length", b"%d" % len(body)))
    if draw(st.integers(0, 3)):
        headers.append((b"Host", b"localhost"))
    lines = b"".join(name + b": " + value + b"\r\n" for name, value in headers)
    version = draw(st.sampled_from([b"HTTP/1.1", b"HTTP/1.1", b"HTTP/1.0", b"HTTP/2"]))
    first = draw(METHODS) + b" " + draw(TARGETS) + b" " + version + b"\r\n"
    return first + lines + b"\r\n" + body


def test_no_request_that_can_be_made_of_such_parts_gets_to_a_traceback(server, monkeypatch):
    monkeypatch.setattr("coach.web.protection.request_pace.PATIENCE_S", 0.02)
    monkeypatch.setattr("coach.web.protection.drain.LONGEST_S", 0.02)

    @given(raw=st.lists(requests(), min_size=1, max_size=2).map(b"".join))
    @settings(
        max_examples=200, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def send(raw: bytes) -> None:
        assert server.ask(raw, 0.1).status != 500

    send()
    server.assert_well()
