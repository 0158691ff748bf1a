"""Texts: every key gives a sentence, and a wrong key or a missing value is never silent."""

from __future__ import annotations

import re
import string

import pytest

from benchmarks import texts as benchmarks
from coach.motion import gate
from coach.motion.snapshot import Phase
from coach.texts import say
from coach.texts.en import PARTS, TEXTS
from exercises import registry

ALL = {**TEXTS, **benchmarks.TEXTS}


def test_an_unknown_key_raises() -> None:
    with pytest.raises(KeyError, match="nothing_such"):
        say("nothing_such")


def test_a_missing_value_raises() -> None:
    with pytest.raises(KeyError, match="known"):
        say("model.unknown", model="x")


def test_no_key_stands_in_two_places() -> None:
    assert sum(len(part.TEXTS) for part in PARTS) == len(TEXTS)
    assert not TEXTS.keys() & benchmarks.TEXTS.keys()


def test_values_are_filled_in() -> None:
    text = say("model.unknown", model="tiny", known="lite, full")
    assert text == "There is no model called 'tiny': choose one of lite, full."


@pytest.mark.parametrize("key", sorted(ALL))
def test_keys_and_texts_are_well_formed(key: str) -> None:
    assert re.fullmatch(r"[a-z]+(\.[a-z0-9_]+)+", key), "a key is section.name"
    text = ALL[key]
    assert text, "no text is empty"
    assert text == text.strip(), "no text is padded"
    fields = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    assert all(name.isidentifier() for name in fields), "a place for a value has a plain name"


def test_every_phase_has_a_word() -> None:
    for phase in Phase:
        assert say(f"phase.{phase.value}")


def test_everything_that_the_gate_asks_has_a_text() -> None:
    """The gate's own keys, and those that each exercise's postures and views bring."""
    asks = {gate.NO_PERSON, gate.STEP_BACK, gate.COME_CLOSER, *gate.SHOW.values()}
    for exercise in registry().values():
        asks |= {position.ask for position in exercise.positions} | {exercise.best_view_ask}
    assert [ask for ask in sorted(asks - {""}) if f"gate.{ask}" not in TEXTS] == []
