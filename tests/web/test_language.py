"""A request is answered in the language that it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

import pytest

from coach.texts import say
from coach.texts.languages import LANGUAGES, Language


@pytest.fixture(autouse=True)
def made_up(monkeypatch):
    """A language in which each text stands in brackets."""
    texts = MappingProxyType({key: f"[{text}]" for key, text in LANGUAGES["en"].texts.items()})
    monkeypatch.setitem(LANGUAGES, "xx", Language(texts, "en"))


@pytest.mark.parametrize(
    ("headers", "bracketed"),
    [
        ({"Accept-Language": "xx-YY, en;q=0.5"}, True),
        ({"Accept-Language": "en"}, False),
        ({}, False),
    ],
    ids=["known", "English", "none"],
)
def test_a_problem_is_told_in_the_readers_language(make_stage, headers, bracketed):
    answer = make_stage(key="k").ask("GET", "/api/jobs/none", headers=headers)
    detail = answer.json["detail"]
    assert detail.startswith("[") is bracketed
    assert detail.strip("[]") == say("api.key_wanted").strip("[]")


def told(document: object) -> Iterator[str]:
    """What a person reads in an OpenAPI document."""
    if isinstance(document, dict):
        for name, value in document.items():
            if name in ("summary", "description") and isinstance(value, str):
                yield value
            elif name != "schemas":
                yield from told(value)
    elif isinstance(document, list):
        for value in document:
            yield from told(value)


def test_the_api_is_described_in_the_readers_language(make_stage):
    stage = make_stage()
    document = stage.ask("GET", "/api/openapi.json", headers={"Accept-Language": "xx"}).json
    found = list(told(document))
    assert len(found) > 20
    assert [text for text in found if not text.startswith("[")] == []
    assert not any(
        text.startswith("[") for text in told(stage.ask("GET", "/api/openapi.json").json)
    )


def test_so_is_the_page_that_tries_it(make_stage):
    stage = make_stage()
    pages = [
        stage.ask("GET", "/api/docs", headers={"Accept-Language": code}).body.decode()
        for code in ("xx", "en")
    ]
    assert pages[0].count("[") > pages[1].count("[") + 5
