"""Lets a refused sender finish: most clients read no answer before they have sent all they have."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coach.web.problems import ProblemError

MOST = 64_000_000
"""Bytes that are read and forgotten; who sends more is cut off."""

LONGEST_S = 10.0


class Drain:
    """Reads what is left of a refused request before the answer goes out."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        # A person who asks beforehand has not sent anything, and is not to begin now.
        ended = "expect" in Headers(scope=scope)

        async def noting() -> Message:
            nonlocal ended
            message = await receive()
            ended = message["type"] != "http.request" or not message.get("more_body", False)
            return message

        async def drain() -> None:
            size = 0
            while not ended and size < MOST:
                size += len((await noting()).get("body", b""))

        async def after(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] >= 400:
                with suppress(asyncio.TimeoutError, ProblemError):
                    if Headers(raw=message["headers"]).get("connection") != "close":
                        await asyncio.wait_for(drain(), LONGEST_S)
                if not ended:
                    # Else the server would go on reading, for as long as there is anything to read.
                    MutableHeaders(scope=message)["Connection"] = "close"
            await send(message)

        await self._app(scope, noting, after)
