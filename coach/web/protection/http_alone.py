"""Where there is nothing for a WebSocket, that is said."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from coach.texts import say
from coach.web.problems import ProblemError
from coach.web.protection.last_resort import refuse


class HttpAlone:
    """ASGI middleware: lets everything through but WebSockets."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "websocket":
            sentence = say("api.no_websocket", docs=f"{scope.get('root_path', '')}/docs")
            await refuse(scope, receive, send, ProblemError(404, sentence))
            return
        await self._app(scope, receive, send)
