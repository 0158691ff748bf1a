"""On the way to another page, what the page that is being left still says is not heard.

A browser shows the old page until the new one's first answer. What a component says meanwhile, as
the video's does when it is ready, names the old page, and Streamlit takes that for a wish to be
there again: it goes back, or, where only a part of the old page is meant, shows neither. On a busy
machine one in five of those who chose a page in their first second here got an empty one.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from google.protobuf.message import DecodeError
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

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
        message = BackMsg()
        try:
            message.ParseFromString(data)
        except DecodeError:
            return 0.0
        asked = message.rerun_script
        page = asked.page_script_hash
        if not page:
            return 0.0
        # Who follows a link brings nothing along; a component or a part of a page names itself.
        if not (asked.fragment_id or asked.widget_states.widgets):
            self._bound_for, self._until = page, t + ON_THE_WAY_S
            return max(0.0, self._asked + BEGUN_S - t)
        if page == self._bound_for:
            self._bound_for = ""
        if self._bound_for and t < self._until:
            return None
        self._asked = t
        return 0.0


MIDDLEWARE = (Middleware(PageChange),)
"""The app's."""
