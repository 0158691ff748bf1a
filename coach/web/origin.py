"""Keeps other people's pages from setting this app to work in a visitor's browser."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from coach.texts import say
from coach.web.problems import problem


class Origin:
    """Refuses what a browser sends in the name of another site, but for looking. The other site
    could not read the answer, but the work would be done."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        looks = scope["method"] in ("GET", "HEAD", "OPTIONS")
        if not looks and Headers(scope=scope).get("sec-fetch-site") == "cross-site":
            await problem(403, say("api.cross_site"))(scope, receive, send)
            return
        await self._app(scope, receive, send)
