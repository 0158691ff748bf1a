"""Requests to an ASGI application without a server between, and senders who break off."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

BOUNDARY = "----a-line-between"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def problem(self) -> str:
        """The sentence of a problem, which looks as RFC 9457 wants it."""
        assert self.headers["content-type"] == "application/problem+json"
        assert self.json["status"] == self.status
        assert set(self.json) == {"type", "title", "status", "detail"}
        assert self.json["title"]
        return self.json["detail"]


@dataclass(frozen=True)
class Form:
    """A body of parts: (name, content) or (name, file name, content)."""

    parts: Sequence[tuple]

    @property
    def content_type(self) -> str:
        return f"multipart/form-data; boundary={BOUNDARY}"

    @property
    def body(self) -> bytes:
        body = b""
        for name, *file, content in self.parts:
            disposition = f'form-data; name="{name}"'
            if file:
                disposition += f'; filename="{file[0]}"'
            content = content if isinstance(content, bytes) else content.encode()
            head = f"--{BOUNDARY}\r\nContent-Disposition: {disposition}\r\n\r\n".encode()
            body += head + content + b"\r\n"
        return body + f"--{BOUNDARY}--\r\n".encode()


def form(*parts: tuple) -> Form:
    return Form(parts)


async def asked(
    app: Any,
    method: str,
    target: str,
    body: bytes | Sequence[bytes] | Form = b"",
    headers: Mapping[str, str] | None = None,
    breaks_off: bool = False,
    stands_still: bool = False,
    client: str = "127.0.0.1",
) -> Answer:
    """One request. body: at once, or in pieces. breaks_off: the sender is gone after the last.
    stands_still: the sender is not, and sends no more."""
    given = {"host": "localhost", **{k.lower(): v for k, v in (headers or {}).items()}}
    if isinstance(body, Form):
        given.setdefault("content-type", body.content_type)
        body = body.body
    pieces = [body] if isinstance(body, bytes) else list(body)
    if isinstance(body, bytes) and body:
        given.setdefault("content-length", str(len(body)))
    messages = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    if not (breaks_off or stands_still):
        messages[-1]["more_body"] = False
    waiting = iter(messages)
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(0)
        message = next(waiting, None)
        if message is None and not breaks_off:
            await asyncio.Event().wait()  # who has sent all waits for the answer
        return message or {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    path, _, query = target.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "scheme": "http",
        "http_version": "1.1",
        "server": ("127.0.0.1", 8501),
        "client": (client, 50_000),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in given.items()],
    }
    await app(scope, receive, send)
    start, *rest = sent
    return Answer(
        start["status"],
        {name.decode(): value.decode("latin-1") for name, value in start["headers"]},
        b"".join(message.get("body", b"") for message in rest),
    )


def ask(*arguments: Any, **options: Any) -> Answer:
    """As asked, in an event loop of its own."""
    return asyncio.run(asked(*arguments, **options))
