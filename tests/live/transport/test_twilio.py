"""Twilio's answer, from a server on this machine that answers as theirs does."""

from __future__ import annotations

import json
import threading
from base64 import b64decode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError

import pytest

from coach.live.transport.twilio import twilio_ice_servers

STUN = {"url": "stun:global.stun.twilio.com:3478", "urls": "stun:global.stun.twilio.com:3478"}
TURN = {
    "url": "turn:global.turn.twilio.com:3478?transport=udp",
    "urls": "turn:global.turn.twilio.com:3478?transport=udp",
    "username": "u",
    "credential": "c",
}


@pytest.fixture
def twilio():
    """(answer, status) -> (address, requests)."""
    servers = []

    def serve(answer: object, status: int = 201):
        asked: list[tuple[str, str, str]] = []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                asked.append((self.path, self.headers["Authorization"], body))
                self.send_response(status)
                self.end_headers()
                self.wfile.write(json.dumps(answer).encode())

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                return

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_address[1]}", asked

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def test_servers_come_as_webrtc_wants_them(twilio):
    api, asked = twilio({"ice_servers": [STUN, TURN], "ttl": "7200"})
    stun, turn = twilio_ice_servers("AC1", "s3cret", api)
    assert stun == {"urls": STUN["urls"]}
    assert turn == {name: TURN[name] for name in ("urls", "username", "credential")}
    ((path, authorization, body),) = asked
    assert path == "/Accounts/AC1/Tokens.json"
    assert b64decode(authorization.removeprefix("Basic ")) == b"AC1:s3cret"
    assert body == "Ttl=7200"


@pytest.mark.parametrize("answer", [{}, [], {"ice_servers": []}, {"ice_servers": "none"}])
def test_an_answer_without_servers_is_none(twilio, answer):
    api, _ = twilio(answer)
    with pytest.raises(ValueError, match="ice_servers"):
        twilio_ice_servers("AC1", "s3cret", api)


def test_a_refusal_is_an_error(twilio):
    api, _ = twilio({"message": "Authenticate"}, 401)
    with pytest.raises(HTTPError) as refused:
        twilio_ice_servers("AC1", "wrong", api)
    refused.value.close()
