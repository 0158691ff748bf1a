"""Errors as RFC 9457 has them: `application/problem+json` with a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coach.errors import CoachError
from coach.texts import say

MEDIA_TYPE = "application/problem+json"

OURS = ("/api", "/metrics")
"""Paths, and all that is below them, whose errors are problems."""

_KEPT = ("allow", "connection", "content-range", "retry-after")
"""Headers of an error that hold whatever words it is told in."""


class ProblemError(CoachError):
    """What is wrong with a request. status: of HTTP."""

    def __init__(
        self, status: int, sentence: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(sentence)
        self.http_status = status
        self.headers = dict(headers or {})


def problem(status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer that tells of it."""
    content: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": sentence,
    }
    return JSONResponse(content, status, dict(headers or {}), MEDIA_TYPE)


def answer_to(error: CoachError) -> Response:
    """The answer that tells of an error of ours."""
    headers = error.headers if isinstance(error, ProblemError) else {}
    if error.retry_s is not None:
        headers = {"Retry-After": str(error.retry_s), **headers}
    return problem(error.http_status, str(error), headers)


def of_ours(_: Request, error: Exception) -> Response:
    """The answer to a CoachError, as a handler of Starlette's."""
    if not isinstance(error, CoachError):
        raise error
    return answer_to(error)


def of_any(_: Request, __: Exception) -> Response:
    """The answer to what nobody foresaw. It is raised on afterwards, and gets into the log."""
    return problem(500, say("api.unforeseen"))


class Problems:
    """ASGI middleware: errors that libraries answer in words of their own, as for a path or a
    method that there is not, become problems, below the paths of ours."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        path = scope.get("path", "")
        if scope["type"] != "http" or not any(path == p or path.startswith(f"{p}/") for p in OURS):
            await self._app(scope, receive, send)
            return
        replaced = False

        async def told(message: Message) -> None:
            nonlocal replaced
            if message["type"] != "http.response.start":
                if not replaced:
                    await send(message)
                return
            headers = Headers(raw=message["headers"])
            status = message["status"]
            replaced = status >= 400 and headers.get("content-type") != MEDIA_TYPE
            if replaced:
                kept = {name: headers[name] for name in _KEPT if name in headers}
                await problem(status, _sentence(scope, status, headers), kept)(scope, receive, send)
            else:
                await send(message)

        await self._app(scope, receive, told)


def _sentence(scope: Scope, status: int, headers: Headers) -> str:
    docs = f"{scope.get('root_path', '')}/api/docs"
    if status == 405:
        return say("api.wrong_method", method=scope["method"], allowed=headers.get("allow", ""))
    if status == 416 or (status == 400 and "range" in Headers(scope=scope)):
        return say("api.bad_range")
    if status == 404:
        return say("api.not_found", docs=docs)
    return say("api.refused", docs=docs)
