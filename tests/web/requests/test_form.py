"""Forms, however they arrive."""

from __future__ import annotations

import contextlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_multipart.exceptions import FormParserError

from coach.web.requests.form import FormReader, boundary_of
from tests.web.asgi import BOUNDARY, form


class Sink:
    def __init__(self) -> None:
        self.data = b""
        self.name = None

    def expect(self, size):
        pass

    def name_it(self, name):
        self.name = name

    def write(self, piece):
        self.data += piece


def read(body: bytes, cuts: list[int]) -> tuple[FormReader, Sink]:
    sink = Sink()
    reader = FormReader(BOUNDARY.encode(), ("video", "file"), sink)
    places = [0, *sorted(cut % (len(body) + 1) for cut in cuts), len(body)]
    for start, end in itertools.pairwise(places):
        reader.feed(body[start:end])
    reader.end()
    return reader, sink


@given(
    content=st.binary(max_size=300),
    field=st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), max_size=50),
    cuts=st.lists(st.integers(min_value=0), max_size=8),
)
def test_a_form_is_the_same_in_whatever_pieces_it_comes(content, field, cuts):
    content += b"\r\n--" + BOUNDARY.encode()[:-1]  # nearly the end
    body = form(("exercise", field), ("video", "a b.mp4", content)).body
    reader, sink = read(body, cuts)
    assert (sink.data, sink.name) == (content, "a b.mp4")
    assert reader.fields == {"exercise": field}
    assert reader.has_file


@given(st.binary(max_size=400), st.lists(st.integers(min_value=0), max_size=4))
def test_what_is_no_form_ends_in_its_own_error(rubbish, cuts):
    for body in (rubbish, f"--{BOUNDARY}\r\n".encode() + rubbish):
        with contextlib.suppress(FormParserError):
            read(body, cuts)


@pytest.mark.parametrize(
    ("content_type", "boundary"),
    [
        ("multipart/form-data; boundary=abc", b"abc"),
        ('multipart/form-data; charset=utf-8; boundary="a b"', b"a b"),
        ("multipart/form-data", b""),
        ("multipart/form-data; boundary=", b""),
        ("multipart/form-data; boundary", b""),
        (";;;", b""),
        ("", b""),
    ],
)
def test_the_boundary(content_type, boundary):
    assert boundary_of(content_type) == boundary
