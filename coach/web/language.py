"""The language of a person who sent a request."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from coach.texts.languages import best_language, reading_in


class AskedLanguage:
    """ASGI middleware: what is said while a request is answered is said in the language that it
    asks for (RFC 9110, Accept-Language)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; all else passes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with reading_in(best_language(Headers(scope=scope).get("accept-language", ""))):
            await self._app(scope, receive, send)
