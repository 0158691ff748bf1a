"""The last net: whatever nobody foresaw is answered, and is one line in the log."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coach.errors import CoachError
from coach.texts import say
from coach.web.problems import ProblemError, answer_to

LOGGER = logging.getLogger(__name__)

_LONGEST = 200
"""Letters of what a sender chose that are written to the log."""

_BEGINNINGS = ("http.response.start", "websocket.accept", "websocket.http.response.start")

_INTERNAL_ERROR = 1011
"""Of a WebSocket that was accepted (RFC 6455)."""


class LastResort:
    """ASGI middleware. An answer that has begun cannot be changed any more: it breaks off."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or one WebSocket."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] in _BEGINNINGS
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except ClientDisconnect:
            return
        except CoachError as error:
            if not begun:
                await refuse(scope, receive, send, error)
        except Exception as error:
            LOGGER.error("%s", _line(scope, error))
            LOGGER.debug("In full:", exc_info=error)
            if not begun:
                await refuse(scope, receive, send, ProblemError(500, say("api.unforeseen")))
            elif scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": _INTERNAL_ERROR})


async def refuse(scope: Scope, receive: Receive, send: Send, error: CoachError) -> None:
    """Answer by a problem, also a WebSocket that is not accepted."""
    if scope["type"] == "websocket" and "websocket.http.response" not in (
        scope.get("extensions") or ()
    ):
        await send({"type": "websocket.close"})
        return
    await answer_to(error)(scope, receive, send)


def _line(scope: Scope, error: Exception) -> str:
    asked = f"{scope.get('method', scope['type'])} {scope['path'][:_LONGEST]!r}"
    steps = traceback.extract_tb(error.__traceback__)
    at = f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else "?"
    what = f"{type(error).__name__}: {str(error)[:_LONGEST]!r}"
    return say("log.unforeseen", asked=asked, what=what, at=at)
