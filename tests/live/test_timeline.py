"""A set's time, whatever the frames' times do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.live.timeline import PAUSE_S, Timeline


@pytest.mark.parametrize(
    ("times", "expected", "why"),
    [
        ([0.0, 0.5, 1.0], [0.0, 0.5, 1.0], "one connection"),
        ([7.0, 7.5], [0.0, 0.5], "a set that begins in the middle of a connection"),
        ([0.0, 1.0, 0.0, 0.5], [0.0, 1.0, 3.0, 3.5], "START again, without an end"),
        ([0.0, 1.0, 0.9, 1.1], [0.0, 1.0, 1.0, 1.1], "a frame out of order"),
    ],
)
def test_places(times, expected, why):
    line = Timeline()
    assert [line.place(t) for t in times] == pytest.approx(expected), why


def test_a_cut_makes_a_pause_even_where_the_times_go_on():
    line = Timeline()
    line.place(1.0)
    line.cut()
    assert line.place(1.1) == pytest.approx(PAUSE_S)


@given(st.lists(st.floats(0, 1e5) | st.none(), max_size=60))
def test_never_falls(times):
    line = Timeline()
    placed = []
    for t in times:
        if t is None:
            line.cut()
        else:
            placed.append(line.place(t))
    assert placed == sorted(placed)
