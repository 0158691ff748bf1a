"""Keeps other people's pages from setting this app to work in a visitor's browser."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from coach.texts import say
from coach.web.problems import problem

_PORTS = {"http": 80, "https": 443}

Place = tuple[str, str, int]
"""Scheme, host and port: what browsers mean by an origin."""


class Origin:
    """Refuses what a browser sends in the name of another site, but for looking. The other site
    could not read the answer, but the work would be done."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        looks = scope["method"] in ("GET", "HEAD", "OPTIONS")
        if not looks and not is_own(Headers(scope=scope), scope.get("scheme", "http")):
            await problem(403, say("api.cross_site"))(scope, receive, send)
            return
        await self._app(scope, receive, send)


def is_own(headers: Headers, scheme: str) -> bool:
    """Whether a request comes from a page of this app, or from no page at all.

    scheme: by which it arrived. Where a browser says itself that page and app are one origin it is
    believed, since no page can write that header. It says so to https and localhost alone; to plain
    http in a local network it names the page in `Origin`, which has to be where the request went. A
    program sends neither.
    """
    site = headers.get("sec-fetch-site")
    if site == "same-origin":
        return True
    if site not in (None, "none"):
        return False
    # No page can send this one elsewhere either, without being asked whether it may.
    scheme = headers.get("x-forwarded-proto", scheme).rpartition(",")[2].strip().lower()
    here = _place(f"{scheme}://{headers.get('host', '')}")
    return all(here is not None and _place(page) == here for page in headers.getlist("origin"))


def _place(origin: str) -> Place | None:
    """None for what is no http origin, `null` among it."""
    try:
        parts = urlsplit(origin)
        port = parts.port
    except ValueError:
        return None
    plain = parts.netloc.rpartition("@")[1] == "" and not (parts.path or parts.query)
    if parts.scheme not in _PORTS or not parts.hostname or not plain or parts.fragment:
        return None
    return parts.scheme, parts.hostname, _PORTS[parts.scheme] if port is None else port
