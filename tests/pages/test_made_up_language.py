"""Every page in a made-up language, in which each text stands in brackets: what stands outside of
them could not be translated."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from types import MappingProxyType

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from coach.analysis.exercise_words import exercise_texts
from coach.history.sets import Sets
from coach.texts import languages
from coach.texts.en import TEXTS
from coach.texts.languages import LANGUAGES, Language
from coach.ui.printed.period_html import to_html
from coach.ui.printed.period_report import period_report
from exercises import registry
from tests.history.figures import held, summary
from tests.pages.test_analysis_page import visit  # noqa: F401
from tests.pages.test_history_page import ME, NOW, add, open_history, records  # noqa: F401

CODE = "xx"
FIELDS = {
    "body", "label", "value", "help", "caption", "captions", "placeholder", "text", "title",
    "content", "header", "subheader", "message", "delta", "content_help", "page_title",
}  # fmt: skip
"""Fields of Streamlit's messages that a person reads."""
NO_WORDS = re.compile(
    r":material/\w+:|https?://\S+|<style>.*?</style>|<[^>]+>|\b(?:cm|s|ms|MB|GB|fps|px)\b|\\?[*_#`]",
    re.DOTALL,
)
"""What no language says otherwise: icons, addresses, markup, units."""


@pytest.fixture(autouse=True)
def made_up(monkeypatch):
    texts = dict(TEXTS)
    for exercise in registry().values():
        texts |= exercise_texts(exercise)
    bracketed = MappingProxyType({key: f"[{text}]" for key, text in texts.items()})
    monkeypatch.setitem(LANGUAGES, CODE, Language(bracketed, "en"))
    monkeypatch.setattr(languages, "_readers", [lambda: CODE])
    monkeypatch.setattr(languages, "ask_for_reader", lambda know: None)


def outside(text: str) -> str:
    """What of a text stands in no brackets."""
    depth, left = 0, []
    text = re.sub(r":[a-z]+(?:-badge|-background)?\[", "", text)  # Streamlit's colours
    for letter in text.replace("\\[", "[").replace("\\]", "]"):
        depth += letter == "["
        if depth == 0:
            left.append(letter)
        depth = max(0, depth - (letter == "]"))
    return NO_WORDS.sub("", "".join(left))


def strings(message: Message) -> Iterator[tuple[str, str]]:
    for field, value in message.ListFields():
        many = [value] if isinstance(value, (Message, str, bytes, int, float)) else value
        for each in many:
            if isinstance(each, Message):
                yield from strings(each)
            elif isinstance(each, str) and field.name in FIELDS | {"options"}:
                yield field.name, each


def in_chart(spec: object) -> Iterator[str]:
    """The titles and labels of a Vega-Lite chart."""
    if isinstance(spec, dict):
        yield from (spec[key] for key in ("title", "label") if isinstance(spec.get(key), str))
    for part in spec.values() if isinstance(spec, dict) else spec if isinstance(spec, list) else ():
        yield from in_chart(part)


def read(app: AppTest) -> Iterator[tuple[str, str]]:
    """Everything on the page that a person reads, and the kind of thing that it is."""
    for node in app:
        proto = getattr(node, "proto", None)
        frame = getattr(node, "value", None) if node.type in ("table", "arrow_data_frame") else None
        if hasattr(frame, "columns"):
            yield from ((f"{node.type} head", str(name)) for name in frame.columns)
            yield from ((node.type, str(cell)) for cell in frame.to_numpy().ravel())
        elif node.type == "vega_lite_chart":
            yield from (("chart", text) for text in in_chart(json.loads(proto.spec)))
        elif isinstance(proto, Message):
            yield from ((f"{node.type}.{name}", text) for name, text in strings(proto))


def untranslated(app: AppTest, *names: str) -> list[tuple[str, str]]:
    """Texts with words outside of brackets, but for names that are a person's or a file's."""
    found = []
    for kind, text in read(app):
        left = text
        for name in sorted(names, key=len, reverse=True):
            left = left.replace(name, "")
        if re.search(r"[^\W\d_]{2,}", outside(left)):
            found.append((kind, text))
    return found


def test_what_stands_outside_is_found():
    assert outside("[3 [reps] done] · 5 cm") == " · 5 "
    assert "left" in outside("[done] left")


def test_the_live_page(stage):
    app = stage.run()
    assert untranslated(app) == []
    stage.start()
    stage.frames(3)
    assert untranslated(stage.run()) == [], "while the camera runs"
    assert untranslated(stage.stop()) == [], "after the set"


def test_the_guide(stage):
    app = stage.run()
    app.switch_page("pages/guide.py").run()
    sources = [(rule.source or "") for each in registry().values() for rule in each.rules]
    # Sources are what was read where, by whom: names and numbers in the language of the science.
    assert untranslated(app, *sources) == []


@pytest.mark.parametrize("which", ["all", "one"])
def test_the_history(records, which):  # noqa: F811
    first = add(records, ME, "squat_front_fast_2")
    add(records, ME, "squat_side_2", days=1)
    add(records, ME, "plank_side_16s", days=3, level="strict")
    app = open_history(first if which == "one" else "")
    months = {f"{NOW - timedelta(days=days):%b}" for days in range(120)}
    days = {f"{NOW - timedelta(days=days):%a}" for days in range(7)}
    assert untranslated(app, *months, *days) == []
    if which == "all":
        assert any(kind == "chart" for kind, _ in read(app)), "its charts were read, too"


def test_an_empty_history(records):  # noqa: F811
    assert untranslated(open_history()) == []


def test_the_check(stage, monkeypatch):
    app = stage.run()
    monkeypatch.setenv("COACH_DOCTOR", "all")
    app.switch_page("pages/doctor.py").run()
    assert untranslated(app) == []


def test_an_analysis_from_beginning_to_end(visit):  # noqa: F811
    assert untranslated(visit.app) == []
    visit.drop("holiday.jpg", b"no video")
    assert untranslated(visit.app, "holiday.jpg") == [], "refused"
    visit.begin()
    assert untranslated(visit.app, "set.mp4") == [], "under way"
    visit.wait()
    assert untranslated(visit.app, "set.mp4") == [], "done"


def test_the_printed_report():
    sets = Sets.of([summary(0), summary(3, reps=12), held(3, 72.0)])
    first, last = date(2026, 3, 1), date(2026, 3, 31)
    made = period_report(sets, registry(), whose="Ada", first=first, last=last, now=NOW)
    page = re.sub(r"<(style|title)>.*?</\1>", "", to_html(made), flags=re.DOTALL)
    assert f'<html lang="{CODE}">' in page
    months = {f"{date(2026, month, 1):%b}" for month in range(1, 13)}
    texts = [unescape(text) for text in re.findall(r">([^<]+)<", page)]
    assert len(texts) > 40
    for name in ("Ada", *months):
        texts = [text.replace(name, "") for text in texts]
    assert [text for text in texts if re.search(r"[^\W\d_]{2,}", outside(text))] == []
