"""Keys and numbers in a person's words."""

from __future__ import annotations

from math import inf, nan

import pytest

from coach.analysis.exercise_words import cue_words, rule_title
from coach.motion.snapshot import Attempt, Cue, Evidence, Tone, View
from coach.texts import say
from coach.ui.shared import words
from exercises import registry

SQUAT = registry()["squat"]


def evidence(value, low=None, high=None, unit="deg", judged=True):
    return Evidence("shallow", value, low, high, unit, 1.0, View.LEFT, 0.9, judged)


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        pytest.param(evidence(118.4, high=95.0), "118°, at most 95°", id="too large"),
        pytest.param(evidence(140.0, low=150.0), "140°, at least 150°", id="too small"),
        pytest.param(evidence(0.31, high=0.12, unit="ratio"), "0.31, at most 0.12", id="a ratio"),
        pytest.param(evidence(90.0, high=95.0), "90°", id="within the limit"),
        pytest.param(evidence(90.0, low=nan, high=inf), "90°", id="no limit that is a number"),
        pytest.param(evidence(nan, high=95.0), "", id="not measured"),
        pytest.param(evidence(118.0, high=95.0, judged=False), "", id="abstained"),
    ],
)
def test_measured(seen, expected):
    assert words.measured(seen) == expected


def test_why_not_names_the_rule_and_what_was_measured():
    attempt = Attempt("shallow", 0, 1, 2, 0.6, {"shallow": evidence(118.0, high=95.0)})
    title = SQUAT.reasons["shallow"]
    assert words.why_not(SQUAT, attempt) == f"{title} (118°, at most 95°)"
    assert words.why_not(SQUAT, Attempt("rested", 0, 1, 2, 0.6)) == SQUAT.why_not["rested"]


@pytest.mark.parametrize("exercise", registry().values(), ids=lambda each: each.key)
def test_every_rule_and_every_reason_is_called_by_the_exercises_own_words(exercise):
    for rule in exercise.rules:
        assert rule_title(exercise, rule.key) == rule.title
    for key, text in exercise.reasons.items():
        assert words.why_not(exercise, Attempt(key, 0, 1, 2, 0.6)) == text


@pytest.mark.parametrize(
    ("key", "expected"),
    [("symmetry", say("score.symmetry")), ("never_heard_of", "Never heard of")],
)
def test_what_no_exercise_names_has_common_words(key, expected):
    assert rule_title(SQUAT, key) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        (Cue("squat.shallow", Tone.FAULT, 0.0, "Go deeper"), "Go deeper"),
        (Cue("phase.hold", Tone.GUIDE, 0.0), say("phase.hold")),
        (Cue("no.such.key", Tone.GUIDE, 0.0), "no.such.key"),
    ],
)
def test_cue_words(cue, expected):
    assert cue_words(cue) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0, "0.0 s"), (12.44, "12.4 s"), (60, "1:00"), (127.9, "2:07")]
)
def test_hold_time(seconds, expected):
    assert words.hold_time(seconds) == expected


@pytest.mark.parametrize(("share", "expected"), [(1.043, "104 %"), (nan, "–")])
def test_percent(share, expected):
    assert words.percent(share) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (None, 95.0, "at most 95°"),
        (150.0, None, "at least 150°"),
        (-9.0, 9.0, "-9° to 9°"),
        (None, None, "–"),
    ],
)
def test_limit_words(low, high, expected):
    assert words.limit_words(low, high, "deg") == expected


@pytest.mark.parametrize(
    ("high", "unit", "expected"),
    [
        pytest.param(0.045, "m", "4.5 cm", id="not the strict level's 4 cm"),
        pytest.param(7.5, "deg", "7.5°", id="half a degree"),
        pytest.param(-0.085, "ratio", "-0.085", id="not -0.08"),
        pytest.param(0.1 + 0.2, "ratio", "0.3", id="what binary numbers add is left out"),
    ],
)
def test_a_limit_is_said_as_it_stands_in_the_rule(high, unit, expected):
    assert words.limit_words(None, high, unit) == say("guide.at_most", limit=expected)
