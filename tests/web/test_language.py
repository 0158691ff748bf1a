"""A request is answered in the language that it asks for."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from coach.texts import say
from coach.texts.languages import LANGUAGES, Language


@pytest.mark.parametrize(
    ("headers", "bracketed"),
    [
        ({"Accept-Language": "xx-YY, en;q=0.5"}, True),
        ({"Accept-Language": "en"}, False),
        ({}, False),
    ],
    ids=["known", "English", "none"],
)
def test_a_problem_is_told_in_the_readers_language(make_stage, monkeypatch, headers, bracketed):
    texts = MappingProxyType({key: f"[{text}]" for key, text in LANGUAGES["en"].texts.items()})
    monkeypatch.setitem(LANGUAGES, "xx", Language(texts, "en"))
    answer = make_stage(key="k").ask("GET", "/api/jobs/none", headers=headers)
    detail = answer.json["detail"]
    assert detail.startswith("[") is bracketed
    assert detail.strip("[]") == say("api.key_wanted").strip("[]")
