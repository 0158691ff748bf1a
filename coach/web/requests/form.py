"""A form (multipart/form-data) read as it arrives; its file goes on piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from coach.texts import say
from coach.web.problems import ProblemError

FORM = 1 << 16
"""Bytes that a form may add to its file."""

_MOST_PARTS = 32
_LONGEST_FIELD = 1000
_LONGEST_HEADER = 4000


class FileSink(Protocol):
    """Where the file goes."""

    def expect(self, size: int) -> None:
        """About how many bytes are to come, as far as the sender tells that beforehand."""

    def name_it(self, name: str) -> None:
        """What the sender calls it."""

    def write(self, piece: bytes) -> None:
        """The next piece of it."""


def boundary_of(content_type: str) -> bytes:
    """What separates the parts of a form; nothing where the header does not tell."""
    try:
        _, options = parse_options_header(content_type)
    except (ValueError, IndexError):
        return b""
    return options.get(b"boundary", b"")


class FormReader:
    """Feed it a form's bytes, then end it. The part with one of the names goes to the sink, the
    other ones become `fields`; check is told what they are called, and may raise. Raises
    FormParserError on what is no form, or too large a one besides its file.
    """

    def __init__(
        self,
        boundary: bytes,
        names: Collection[str],
        sink: FileSink,
        check: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.fields: dict[str, str] = {}
        self.has_file = False
        self._names = names
        self._sink = sink
        self._check = check
        self._parts = 0
        self._header = self._value = b""
        self._disposition = b""
        self._name = ""
        self._text = bytearray()
        self._ended = False
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": self._on_header,
                "on_header_value": self._on_value,
                "on_header_end": self._on_header_end,
                "on_headers_finished": self._on_headers,
                "on_part_data": self._on_data,
                "on_part_end": self._on_end,
                "on_end": self._on_form_end,
            },
        )

    def feed(self, piece: bytes) -> None:
        """The next bytes."""
        self._parser.write(piece)

    def end(self) -> None:
        """Nothing more comes."""
        self._parser.finalize()
        if not self._ended:
            raise FormParserError("The form stops before its end.")

    def _begin(self) -> None:
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise FormParserError("The form has too many parts.")
        self._disposition = b""
        self._text = bytearray()

    def _on_header(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]
        self._check_header()

    def _on_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]
        self._check_header()

    def _check_header(self) -> None:
        if len(self._header) + len(self._value) > _LONGEST_HEADER:
            raise FormParserError("A header of a part is too long.")

    def _on_header_end(self) -> None:
        if self._header.lower() == b"content-disposition":
            self._disposition = self._value
        self._header = self._value = b""

    def _on_headers(self) -> None:
        _, options = parse_options_header(self._disposition)
        self._name = options.get(b"name", b"").decode("utf-8", "replace")
        if self._name not in self._names:
            self._check(self._name)
        else:
            if self.has_file:
                raise FormParserError("The form has two files.")
            self.has_file = True
            self._sink.name_it(options.get(b"filename", b"").decode("utf-8", "replace"))

    def _on_data(self, data: bytes, start: int, end: int) -> None:
        if self._name in self._names:
            self._sink.write(data[start:end])
            return
        self._text += data[start:end]
        if len(self._text) > _LONGEST_FIELD:
            raise FormParserError("A field of the form is too long.")

    def _on_end(self) -> None:
        if self._name not in self._names:
            value = self._text.decode("utf-8", "replace")
            if self.fields.setdefault(self._name, value) != value:
                raise ProblemError(422, say("api.two_values", name=self._name))

    def _on_form_end(self) -> None:
        self._ended = True
