"""Texts travel as key and values, and are words only for the one who reads them."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from types import MappingProxyType

import pytest

from coach.errors import CoachError
from coach.texts import languages, say, say_count, say_list, say_own
from coach.texts.languages import LANGUAGES, Language, ask_for_reader, best_language, reading_in
from coach.texts.text import Text, from_json, to_json, told

GERMAN = MappingProxyType(
    {
        "set.reps.one": "{count} Wiederholung",
        "set.reps.other": "{count} Wiederholungen",
        "live.seconds": "{seconds:.1f} Sekunden",
        "score.lost": "{title} (minus {points})",
        "squat.title": "Kniebeuge",
    }
)


@pytest.fixture(autouse=True)
def german(monkeypatch):
    monkeypatch.setitem(LANGUAGES, "de", Language(GERMAN, "de"))
    monkeypatch.setattr(languages, "_readers", [])


def test_a_text_is_said_again_for_the_one_who_reads_it():
    text = say_count("set.reps", 3)
    assert text == "3 reps"
    with reading_in("de"):
        assert told(text) == "3 Wiederholungen"
    assert told(text) == "3 reps"


def test_so_are_the_texts_in_its_places():
    text = say("score.lost", title=say_own("squat.title", "Squat"), points=5)
    with reading_in("de"):
        assert told(text) == "Kniebeuge (minus 5)"


def test_what_a_language_lacks_is_said_in_english():
    with reading_in("de"):
        assert say("app.guide") == say("app.guide")
        assert told(say("live.start")) == LANGUAGES["en"].texts["live.start"]


def test_an_error_is_worded_where_it_is_shown():
    error = CoachError(say_count("set.reps", 1))
    assert str(error) == "1 rep"
    with reading_in("de"):
        assert str(error) == "1 Wiederholung"
    assert told(error.sentence) == "1 rep"


def test_a_plain_sentence_stays_as_it_is():
    with reading_in("de"):
        assert str(CoachError("No {place} of ours.")) == "No {place} of ours."
        assert str(CoachError()) == ""


def test_a_decimal_has_the_readers_sign():
    text = say("live.seconds", seconds=12.34)
    assert text == "12.3 s"
    with reading_in("de"):
        assert told(text) == "12,3 Sekunden"


def test_what_others_brought_has_no_places():
    assert say_own("nobody.knows", "Keep {this} 100 %") == "Keep {this} 100 %"


@pytest.mark.parametrize(
    ("items", "line"),
    [((), ""), (("lite",), "lite"), (("lite", "full", "heavy"), "lite, full, heavy")],
)
def test_a_list_is_one_line(items, line):
    assert say_list(items) == line


def test_texts_pass_to_other_threads_and_processes():
    text = say("score.lost", title=say_own("squat.title", "Squat"), points=5)
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(lambda: text).result()
    for again in (other, pickle.loads(pickle.dumps(text))):
        with reading_in("de"):
            assert told(again) == "Kniebeuge (minus 5)"


def test_a_text_comes_out_of_json_as_it_went_in():
    text = say("model.unknown", model="tiny", known=say_count("set.reps", 2))
    made = json.loads(json.dumps(to_json(text)))
    again = from_json(made)
    assert again == text
    assert isinstance(again, Text)
    assert from_json(made, str.upper) == text.replace("tiny", "TINY")


@pytest.mark.parametrize(
    "made",
    [
        None,
        "live.start",
        {"key": "live.start"},
        {"key": "no.such", "values": {}},
        {"key": ["live.start"], "values": {}},
        {"key": "model.unknown", "values": {"model": "tiny"}},
        {"key": "live.seconds", "values": {"seconds": "many"}},
        {"key": "live.seconds", "values": {"seconds": None}},
    ],
    ids=["nothing", "a str", "no values", "unknown", "no key", "a place is empty", "no number",
         "null"],
)  # fmt: skip
def test_what_is_no_text_of_ours_is_none(made):
    assert from_json(made) is None


def test_a_plain_str_is_not_sent_as_a_text():
    assert to_json("a disk said so") is None


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        pytest.param("de-CH, en;q=0.8", "de", id="a country's"),
        pytest.param("fr, de;q=0.5, en;q=0.9", "en", id="the one that is wanted more"),
        pytest.param("de_DE.UTF-8", "de", id="as a system says it"),
        pytest.param("C", "en", id="no language"),
        pytest.param("", "en", id="nothing"),
        pytest.param("de;q=x, ,;;, en", "en", id="rubbish"),
    ],
)
def test_the_best_language_is_found(wanted, code):
    assert best_language(wanted) == code


def test_who_knows_the_reader_is_asked_in_each_thread():
    known = {}
    ask_for_reader(lambda: known.get("code"))
    assert say_count("set.reps", 1) == "1 rep"
    known["code"] = "de"
    assert say_count("set.reps", 1) == "1 Wiederholung"
    with reading_in("en"):
        assert say_count("set.reps", 1) == "1 rep", "what was said outright goes first"
    known["code"] = "tlh"
    assert say_count("set.reps", 1) == "1 rep", "a language that there is not"
