"""What browsers are told about every answer, so that no other site can use it against a visitor."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coach.texts import say

LOGGER = logging.getLogger(__name__)

SETTING = "COACH_FRAMED_BY"
"""Sites whose pages may show the app in a frame, separated by spaces or commas."""

_SITE = re.compile(r"https?://[0-9A-Za-z*.\[\]:-]+")


def headers_from(environment: Mapping[str, str]) -> dict[str, str]:
    """The headers. A site that is none is named in the log and left out."""
    sites = ["'self'"]
    for part in environment.get(SETTING, "").replace(",", " ").split():
        if _SITE.fullmatch(part):
            sites.append(part)
        else:
            LOGGER.warning("%s", say("web.site_wrong", name=SETTING, value=part))
    return {
        # A page in another site's frame, made invisible, would be clicked unknowingly.
        "Content-Security-Policy": f"frame-ancestors {' '.join(sites)}",
        # What a browser takes a file for is what it was sent as.
        "X-Content-Type-Options": "nosniff",
        # Who has the address of an analysis may see it.
        "Referrer-Policy": "same-origin",
    }


class SecureHeaders:
    """ASGI middleware: adds the headers where an answer has none of its own."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str] | None = None) -> None:
        self._app = app
        self._headers = headers_from(os.environ) if headers is None else headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or a WebSocket, which may be refused by an answer."""

        async def named(message: Message) -> None:
            if message["type"].endswith("http.response.start"):
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, named)
