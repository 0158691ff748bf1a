"""What browsers are told about every answer, so that no other site can use it against a visitor."""

from __future__ import annotations

import os
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coach.settings import FRAMED_BY, Environment


def headers_from(environment: Environment = os.environ) -> dict[str, str]:
    """The headers."""
    sites = ("'self'", *FRAMED_BY.read(environment))
    return {
        # A page in another site's frame, made invisible, would be clicked unknowingly.
        "Content-Security-Policy": f"frame-ancestors {' '.join(sites)}",
        # What a browser takes a file for is what it was sent as.
        "X-Content-Type-Options": "nosniff",
        # A person who has the address of an analysis may see it.
        "Referrer-Policy": "same-origin",
    }


class SecureHeaders:
    """ASGI middleware: adds the headers where an answer has none of its own."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str] | None = None) -> None:
        self._app = app
        self._headers = headers_from() if headers is None else headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or a WebSocket, which may be refused by an answer."""

        async def named(message: Message) -> None:
            if message["type"].endswith("http.response.start"):
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, named)
