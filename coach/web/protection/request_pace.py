"""How slowly a request may come: who sends a byte now and then would keep a place for ever."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coach.texts import say
from coach.web.problems import ProblemError

LEAST = 8_000
"""Bytes a second, on average; a phone at the edge of its network sends as many."""

PATIENCE_S = 60.0
"""Seconds that a sender may be behind: a train in a tunnel."""

LONGEST_S = 7200.0
"""Seconds in all: the largest video, 500 MB, at 0.6 megabits a second."""


class TooSlowError(ProblemError):
    """The sender is behind. The rest is not waited for, and the connection ends."""

    def __init__(self) -> None:
        super().__init__(408, say("api.too_slow"), {"Connection": "close"})


class RequestPace:
    """How long one sender is still waited for. Only time spent waiting counts; all in seconds."""

    def __init__(self) -> None:
        self._behind = self._waited = 0.0

    @property
    def left_s(self) -> float:
        """How long the next bytes may take."""
        return min(PATIENCE_S - self._behind, LONGEST_S - self._waited)

    def note(self, size: int, waited_s: float) -> None:
        """So many bytes came after so long."""
        self._waited += waited_s
        # What came quickly is no credit: else a quick beginning could be followed by hours of
        # nothing.
        self._behind = max(0.0, self._behind + waited_s - size / LEAST)


class Paced:
    """ASGI middleware: `receive` raises TooSlowError where a request's body comes too slowly.
    clock: seconds, rising."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request. A WebSocket may be silent for as long as it likes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        pace = RequestPace()
        ended = False

        async def received() -> Message:
            nonlocal ended
            # After the body one waits for the sender to go away, which may take its time.
            if ended:
                return await receive()
            began = self._clock()
            try:
                message = await asyncio.wait_for(receive(), pace.left_s)
            except asyncio.TimeoutError:
                raise TooSlowError from None
            ended = message["type"] != "http.request" or not message.get("more_body", False)
            pace.note(len(message.get("body", b"")), self._clock() - began)
            if not ended and pace.left_s <= 0:
                raise TooSlowError
            return message

        await self._app(scope, received, send)
