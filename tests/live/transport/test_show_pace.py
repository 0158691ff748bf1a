"""Which frames go back where not all can."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.live.transport.show_pace import ShowPace


def shown(times: list[float], gap_s: float) -> list[float]:
    pace = ShowPace()
    return [t for t in times if pace.lets(t, gap_s)]


@given(
    camera=st.floats(5, 60),
    wanted=st.floats(5, 60),
    jitter=st.lists(st.floats(-0.2, 0.2), min_size=300, max_size=300),
)
def test_as_many_come_as_are_wanted_or_as_the_camera_has(camera, wanted, jitter):
    times = [(i + shift) / camera for i, shift in enumerate(jitter)]
    rate = len(shown(times, 1 / wanted)) / (300 / camera)
    assert rate <= wanted * 1.05 + 2 * camera / 300
    assert rate >= min(camera, wanted) * 0.75


@pytest.mark.parametrize(
    ("fps", "longest"),
    [
        pytest.param(24, 2, id="24: one left out at a time"),
        pytest.param(15, 2, id="15: every other"),
    ],
)
def test_they_come_evenly(fps, longest):
    times = shown([i / 30 for i in range(300)], 1 / fps)
    gaps = [round((b - a) * 30) for a, b in pairwise(times)]
    assert max(gaps) <= longest
    assert len(times) == pytest.approx(10 * fps, abs=2)


def test_a_frame_that_is_asked_for_again_goes_back():
    pace = ShowPace()
    assert pace.lets(1.0, 0.1)
    assert pace.lets(1.0, 0.1)
    assert not pace.lets(1.05, 0.1)


def test_after_a_pause_nothing_is_made_up_for():
    pace = ShowPace()
    pace.lets(0.0, 0.08)
    let = [pace.lets(60 + i / 30, 0.08) for i in range(7)]
    assert let == [True, False, False, True, False, True, False]


def test_a_connection_whose_time_begins_anew_begins_with_a_frame():
    pace = ShowPace()
    pace.lets(100.0, 0.1)
    assert pace.lets(0.0, 0.1)
