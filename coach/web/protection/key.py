"""The key that a server may ask for: COACH_API_KEY."""

from __future__ import annotations

import hmac

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from coach.texts import say
from coach.web.problems import problem

OPEN_TO_ALL = ("/health", "/openapi.json", "/docs", "/files/")
"""Starts of the paths that need no key: what tells of the API, and the links that hold their own
secret, since a page's video element sends no header."""


class Key:
    """Lets those in who know the key; everybody where there is none. It is sent as
    `Authorization: Bearer KEY` or `X-API-Key: KEY`."""

    def __init__(self, app: ASGIApp, key: str) -> None:
        self._app = app
        self._key = key.strip().encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        if self._key and not path.startswith(OPEN_TO_ALL) and not self._knows(Headers(scope=scope)):
            sentence = say("api.key_wanted")
            answer = problem(401, sentence, {"WWW-Authenticate": 'Bearer realm="coach"'})
            await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _knows(self, headers: Headers) -> bool:
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        given = bearer.strip() if scheme.lower() == "bearer" else headers.get("x-api-key", "")
        # As long for a wrong key as for the right one, so that it cannot be found letter by letter.
        return hmac.compare_digest(given.encode("latin-1"), self._key)
