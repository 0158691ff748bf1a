"""Who is refused may finish sending, within bounds."""

from __future__ import annotations

import asyncio

import pytest
from starlette.responses import PlainTextResponse

from coach.web.protection import drain
from coach.web.protection.drain import Drain


def sent(status: int, pieces: int, headers: list | None = None, still: bool = False) -> list[str]:
    """What happens in turn when so many pieces are on their way and the answer stands at once."""
    told: list[str] = []

    async def receive():
        if told.count("read") == pieces and still:
            await asyncio.sleep(60)
        told.append("read")
        more = still or told.count("read") < pieces
        return {"type": "http.request", "body": b"x" * 1000, "more_body": more}

    async def send(message):
        if message["type"] == "http.response.start":
            told.append("answered")

    async def run():
        app = Drain(PlainTextResponse("", status))
        await app({"type": "http", "headers": headers or []}, receive, send)

    asyncio.run(run())
    return told


@pytest.mark.parametrize(
    ("status", "headers", "told"),
    [
        pytest.param(413, [], ["read"] * 3 + ["answered"], id="refused: all is read first"),
        pytest.param(200, [], ["answered"], id="not refused: what is read was read"),
        pytest.param(413, [(b"expect", b"100-continue")], ["answered"], id="nothing was sent yet"),
    ],
)
def test_a_refused_sender_may_finish(status, headers, told):
    assert sent(status, 3, headers) == told


def test_not_without_end(monkeypatch):
    monkeypatch.setattr(drain, "MOST", 5000)
    assert sent(413, 100) == ["read"] * 5 + ["answered"]


def test_not_for_ever(monkeypatch):
    monkeypatch.setattr(drain, "LONGEST_S", 0.05)
    assert sent(413, 2, still=True) == ["read", "read", "answered"]
