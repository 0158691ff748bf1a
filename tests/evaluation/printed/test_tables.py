"""Tables of text."""

from __future__ import annotations

from math import nan

from coach.evaluation.printed.tables import decimal, part, table


def test_words_stand_left_and_numbers_right() -> None:
    lines = table(("name", "reps", "ok"), [("a", "10", "1.00"), ("longer", "5", "")], words=1)
    assert lines == [
        "name    reps    ok",
        "a         10  1.00",
        "longer     5",
    ]


def test_a_table_may_hold_nothing() -> None:
    assert table(("name", "reps"), [], words=1) == ["name  reps"]


def test_what_is_not_known_is_a_dash() -> None:
    assert decimal(nan) == "-"
    assert decimal(0.125, 1) == "0.1"
    assert part(0, 0) == "-"
    assert part(3, 4) == "3/4"
