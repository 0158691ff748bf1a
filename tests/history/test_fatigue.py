"""Range and tempo over the reps of a set."""

from __future__ import annotations

import pytest

from coach.history.fatigue import fatigue
from tests.history.figures import rep


def reps(reaches, downs=None):
    downs = downs or [1.0] * len(reaches)
    return [
        rep(n + 1, 3.0 * n, 3.0 * n + down, 3.0 * n + down + 1.0, reach)
        for n, (reach, down) in enumerate(zip(reaches, downs, strict=True))
    ]


def test_a_range_that_falls_is_told_from_first_to_last():
    found = fatigue(reps([1.1, 1.08, 1.04, 1.0, 0.97, 0.93, 0.9]))
    assert found.range is not None
    assert found.range.begin == pytest.approx(1.1, abs=0.03)
    assert found.range.end == pytest.approx(0.9, abs=0.03)
    assert found.down is None
    assert found.up is None


@pytest.mark.parametrize(
    "reaches",
    [
        pytest.param([1.1, 0.9], id="two reps"),
        pytest.param([1.0, 1.08, 0.98, 1.06, 0.97, 1.05, 1.0], id="to and fro"),
        pytest.param([1.030, 1.025, 1.02, 1.015, 1.01, 1.005, 1.0], id="sure, and too small"),
    ],
)
def test_what_is_not_sure_or_too_small_is_not_told(reaches):
    assert fatigue(reps(reaches)).range is None


def test_a_tempo_that_slows_is_told_in_seconds():
    found = fatigue(reps([1.0] * 7, [1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6]))
    assert found.down is not None
    assert found.down.change == pytest.approx(0.6)
    assert found.range is None
