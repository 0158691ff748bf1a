"""When the page says why nobody is seen."""

from __future__ import annotations

import pytest

from coach.live.absence import PATIENCE_S, Absence


@pytest.mark.parametrize(
    ("looks", "now", "long", "why"),
    [
        ([], 99.0, False, "no picture came"),
        ([(0.0, False)], PATIENCE_S - 0.1, False, "on the way to the mat"),
        ([(0.0, False), (5.0, False)], PATIENCE_S, True, "nobody from the first look on"),
        ([(0.0, False), (5.0, True)], 99.0, False, "seen once: a person who leaves knows why"),
        ([(0.0, True), (5.0, False)], 99.0, False, "seen first"),
        ([(50.0, False)], 60.0, False, "counted from the first look, not from the clock's start"),
    ],
)
def test_when_it_is_long(looks, now, long, why):
    absence = Absence()
    for at, person in looks:
        absence.look(at, person=person)
    assert absence.is_long(now) is long, why


def test_the_next_connection_begins_anew():
    absence = Absence()
    absence.look(0.0, person=True)
    absence.forget()
    absence.look(10.0, person=False)
    assert absence.is_long(10.0 + PATIENCE_S)
