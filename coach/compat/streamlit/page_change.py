"""Streamlit goes back to a page that is being left because of what that page still says.

A browser shows the old page until the new one's first answer. What a component says meanwhile, as
the video's does when it is ready, names the old page, and Streamlit takes that for a wish to be
there again: of two requests the later one's page counts, whichever page made it (streamlit/runtime/
scriptrunner_utils/script_requests.py, `_request_rerun_locked`), and a page that runs already is
stopped for it. Seen with Streamlit 1.65 to 1.67; on a busy machine one in five of those who chose a
page in their first second here got an empty one.

`PageChange` reads the browser's messages (streamlit/proto/BackMsg_pb2.py) and lets none pass that
the old page sends on the way to another. Where such a message is written otherwise, every one
passes, and one line in the log says so.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from google.protobuf.message import DecodeError
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOGGER = logging.getLogger(__name__)

PAGES = "/_stcore/stream"
"""Where Streamlit's browser side and its server talk."""

ON_THE_WAY_S = 5.0
"""Seconds for which at most nothing else is heard: longer than a page takes to appear."""

BEGUN_S = 0.25
"""Seconds given to what the old page asked for just before: Streamlit would run both at once, and
both would take the same page, not always the new one."""


class PageChange:
    """ASGI middleware around the app. clock: seconds, rising."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but what a page says that is being left."""
        if scope["type"] != "websocket" or not scope["path"].endswith(PAGES):
            await self._app(scope, receive, send)
            return
        listener = Listener()

        async def heard() -> Message:
            while True:
                message = await receive()
                data = message.get("bytes")
                wait_s = listener.hears(data, self._clock()) if data else 0.0
                if wait_s is not None:
                    await asyncio.sleep(wait_s)
                    return message

        await self._app(scope, heard, send)


class Listener:
    """Knows of one browser tab where it is on its way to."""

    def __init__(self) -> None:
        self._bound_for = ""
        self._until = float("-inf")
        self._asked = float("-inf")

    def hears(self, data: bytes, t: float) -> float | None:
        """In how many seconds a message is to be passed on that came at t; None: never. data: a
        BackMsg as it was sent; what cannot be read is left to Streamlit to answer."""
        kind = _back_message()
        asked = None if kind is None else _read(kind, data)
        if asked is None or not asked.page:
            return 0.0
        if not asked.by_a_part:
            self._bound_for, self._until = asked.page, t + ON_THE_WAY_S
            return max(0.0, self._asked + BEGUN_S - t)
        if asked.page == self._bound_for:
            self._bound_for = ""
        if self._bound_for and t < self._until:
            return None
        self._asked = t
        return 0.0


@dataclass(frozen=True)
class _Asked:
    """A page that is to run."""

    page: str
    by_a_part: bool
    """A component or a part of the page asks for it. Who follows a link brings nothing along."""


def _read(kind: Any, data: bytes) -> _Asked | None:
    message = kind()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return None
    asked = message.rerun_script
    by_a_part = bool(asked.fragment_id or asked.widget_states.widgets)
    return _Asked(asked.page_script_hash, by_a_part)


@cache
def _back_message() -> Any:
    """Streamlit's BackMsg, after it was tried; None where it is written otherwise."""
    try:
        from streamlit.proto.BackMsg_pb2 import BackMsg

        link, part, component = BackMsg(), BackMsg(), BackMsg()
        for message in (link, part, component):
            message.rerun_script.page_script_hash = "page"
        part.rerun_script.fragment_id = "part"
        component.rerun_script.widget_states.widgets.add(id="component")
        for message, by_a_part in ((link, False), (part, True), (component, True)):
            if _read(BackMsg, message.SerializeToString()) != _Asked("page", by_a_part):
                raise ValueError("a message comes back as another one")
    except Exception as error:  # noqa: BLE001 - whatever it is, all messages pass
        LOGGER.warning("Streamlit's messages are not understood, all of them pass: %r", error)
        return None
    return BackMsg


MIDDLEWARE = (Middleware(PageChange),)
"""The app's."""
