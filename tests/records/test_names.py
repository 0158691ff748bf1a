"""Names of any language stay what they are; what cannot be seen does not get in."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.records.names import LONGEST, tidy_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Zoë", "Zoë"),
        ("Zoe\u0308", "Zoë"),
        ("  李 小龙 ", "李 小龙"),
        ("نیما\u200cی", "نیما\u200cی"),
        ("👩\u200d🦽", "👩\u200d🦽"),
        ("a\tb\nc", "a b c"),
        ("\u202eevil\u202c", "evil"),
        ("x\x00y\x1b[31m", "xy[31m"),
        ("<b>Bo</b> & *co*", "<b>Bo</b> & *co*"),
        ("\u200b\u200d \u2060", ""),
        ("", ""),
        ("n" * 1_000_000, "n" * LONGEST),
    ],
)
def test_a_name_is_tidied(typed, name):
    assert tidy_name(typed) == name


@given(st.text(max_size=100))
def test_a_tidy_name_is_short_visible_and_stays(typed):
    name = tidy_name(typed)
    assert len(name) <= LONGEST
    assert "\n" not in name
    assert not any(unicodedata.category(c) == "Cc" for c in name)
    assert tidy_name(name) == name
