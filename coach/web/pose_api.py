"""`POST /api/pose`: a picture in, everybody's landmarks and joint angles out."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response

from coach.images.drawing import as_png, drawn
from coach.images.finder import BusyError, Finder
from coach.images.people import MeasuredPeople
from coach.images.tables import to_csv, to_json
from coach.texts import say
from coach.web.protection.visitors import Visitors
from coach.web.requests.body import Memory, receive
from coach.web.requests.choices import POSE, model_of, one_of

MOST_AT_ONCE = 24
"""Pictures that are received or worked on at the same time; each may take its 10 MB of memory."""

MOST_OF_ONE = 12
"""Of these, one visitor's."""


def _json(found: MeasuredPeople) -> bytes:
    content = to_json(found)
    if not found.people:
        content["message"] = say("image.nobody")
    return json.dumps(content, allow_nan=False).encode()


FORMS: Mapping[str, tuple[str, Callable[[MeasuredPeople], bytes]]] = MappingProxyType(
    {
        "json": ("application/json", _json),
        "csv": ("text/csv; charset=utf-8", lambda found: to_csv(found).encode()),
        "png": ("image/png", lambda found: as_png(drawn(found))),
    }
)
"""What can be answered: its media type, and how it is made of what was found."""


class PoseApi:
    """The endpoint. finder: what finds people in pictures. visitors: tells whose pictures are
    counted together."""

    def __init__(self, finder: Finder, visitors: Visitors) -> None:
        self._finder = finder
        self._visitors = visitors
        self._under_way: Counter[str] = Counter()

    async def pose(self, request: Request) -> Response:
        """One picture."""
        who = self._visitors.behind(request).group
        if self._under_way.total() >= MOST_AT_ONCE or self._under_way[who] >= MOST_OF_ONE:
            raise BusyError(say("image.busy"))
        self._under_way[who] += 1
        try:
            return await self._answer(request)
        finally:
            self._under_way[who] -= 1
            self._under_way += Counter()  # those who have none are forgotten

    async def _answer(self, request: Request) -> Response:
        most = self._finder.limits.size
        body = Memory(most, say("image.too_large", limit=most / 1e6))
        fields = await receive(request, "image", body, POSE)
        media_type, write = FORMS[one_of(fields, "format", FORMS, "json")]
        work = self._finder.submit(bytes(body.data), model_of(fields), write)
        return Response(await asyncio.wrap_future(work), media_type=media_type)
