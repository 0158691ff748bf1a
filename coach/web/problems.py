"""Errors as RFC 9457 has them: `application/problem+json` with a sentence that says what to do."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coach.texts import say

LOGGER = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"


class ProblemError(Exception):
    """What is wrong with a request. status: of HTTP. The message is one sentence for a person."""

    def __init__(
        self, status: int, sentence: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(sentence)
        self.status = status
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


def of_ours(_: Request, error: Exception) -> Response:
    """The answer to a ProblemError."""
    if not isinstance(error, ProblemError):
        raise error
    return problem(error.status, str(error), error.headers)


def of_routing(request: Request, error: Exception) -> Response:
    """The answer where no route, or another method of it, was asked for."""
    if not isinstance(error, HTTPException):
        raise error
    sentence = error.detail
    if error.status_code == 404:
        sentence = say("api.not_found", docs=f"{request.scope.get('root_path', '')}/docs")
    elif error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "")
        sentence = say("api.wrong_method", method=request.method, allowed=allowed)
    return problem(error.status_code, sentence, error.headers)


class LastResort:
    """Answers what nobody foresaw with a sentence, and writes it to the log: once, in full."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception:
            LOGGER.exception("%s could not be answered", scope.get("path"))
            if begun:
                raise
            await problem(500, say("api.unforeseen"))(scope, receive, send)
