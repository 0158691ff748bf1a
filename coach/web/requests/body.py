"""A file that is sent with a request: taken piece by piece, and no further than the limit."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterable
from dataclasses import dataclass, field

from python_multipart.exceptions import FormParserError
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from coach.texts import say
from coach.web.problems import ProblemError
from coach.web.requests.choices import check_known
from coach.web.requests.form import FORM, FileSink, FormReader, boundary_of

ANY = "file"
"""What the part of a form may be called, whatever kind of file it is."""

# Handed to a thread in pieces of this many bytes: disks may wait, and the event loop must not.
_PIECE = 1 << 19


@dataclass
class Memory:
    """A file in memory."""

    most: int
    """Bytes. Raises ProblemError past them."""
    sentence: str
    data: bytearray = field(default_factory=bytearray)

    def expect(self, size: int) -> None:
        """Not more than may come."""
        if size > self.most + FORM:
            raise ProblemError(413, self.sentence)

    def name_it(self, name: str) -> None:
        """Names are of no account here."""

    def write(self, piece: bytes) -> None:
        """Append."""
        if len(self.data) + len(piece) > self.most:
            raise ProblemError(413, self.sentence)
        self.data += piece


async def receive(
    request: Request, kind: str, sink: FileSink, known: Collection[str]
) -> dict[str, str]:
    """Put the file of a request into a sink: the body itself, or the part of a form that is called
    what the kind is ("image", "video"), or "file". Returns the query's fields and the form's other
    ones. known: what they may be called.

    Raises ProblemError for what is neither (415), broken (400), without a file, with a field that
    is not known or has two values (422), and what the sink raises.
    """
    asked = request.query_params.multi_items()
    for name, _ in asked:
        check_known(name, known)
    fields = _agreed(asked)
    media_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    length = request.headers.get("content-length", "")
    if length.isdecimal():
        sink.expect(int(length))
    pieces = _pieces(request)
    if media_type == "multipart/form-data":
        form = await _from_form(request, pieces, kind, sink, known)
        return _agreed([*fields.items(), *form.items()])
    if media_type not in ("", "application/octet-stream") and not media_type.startswith(f"{kind}/"):
        raise ProblemError(415, say("api.wrong_type", type=media_type, kind=kind))
    empty = True
    async for piece in pieces:
        empty = False
        await run_in_threadpool(sink.write, piece)
    if empty:
        raise ProblemError(422, say("api.no_file", kind=kind))
    return fields


def _agreed(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, value in pairs:
        if fields.setdefault(name, value) != value:
            raise ProblemError(422, say("api.two_values", name=name))
    return fields


async def _from_form(
    request: Request,
    pieces: AsyncIterator[bytes],
    kind: str,
    sink: FileSink,
    known: Collection[str],
) -> dict[str, str]:
    boundary = boundary_of(request.headers["content-type"])
    if not boundary:
        raise ProblemError(400, say("api.bad_form"))
    try:
        form = FormReader(
            boundary, (kind, ANY), sink, lambda name: check_known(name, (*known, kind))
        )
        async for piece in pieces:
            await run_in_threadpool(form.feed, piece)
        form.end()
    except FormParserError as error:
        raise ProblemError(400, say("api.bad_form")) from error
    if not form.has_file:
        raise ProblemError(422, say("api.no_file", kind=kind))
    return form.fields


async def _pieces(request: Request) -> AsyncIterator[bytes]:
    gathered = bytearray()
    try:
        async for piece in request.stream():
            gathered += piece
            if len(gathered) >= _PIECE:
                yield bytes(gathered)
                gathered.clear()
    except ClientDisconnect as error:
        raise ProblemError(400, say("api.cut_off")) from error
    if gathered:
        yield bytes(gathered)
