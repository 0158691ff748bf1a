"""Times of frames: whatever a file says, they start at 0 and rise."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.video.clock import PresentationClock

STAMPS = st.lists(st.none() | st.floats(-1e6, 1e6), min_size=1, max_size=50)


@given(STAMPS)
def test_seconds_start_at_zero_and_rise(stamps: list[float | None]) -> None:
    clock = PresentationClock(1 / 30)
    seconds = [clock.seconds(stamp) for stamp in stamps]
    assert seconds[0] == 0.0
    assert all(b > a for a, b in pairwise(seconds))


@pytest.mark.parametrize(
    ("stamps", "seconds", "what"),
    [
        ([5.0, 5.1, 5.4], [0.0, 0.1, 0.4], "rising stamps are believed, the first is 0"),
        ([None, None, None], [0.0, 0.04, 0.08], "no stamps: the usual step"),
        ([0.0, 0.04, 0.04, 0.08], [0.0, 0.04, 0.041, 0.08], "a repeated one is nudged"),
        ([0.0, 0.5, 1.0, 0.0, 0.5], [0.0, 0.5, 1.0, 1.04, 1.54], "joined recordings go on"),
        ([-0.1, 0.0], [0.0, 0.1], "a beginning before 0"),
        ([0.0] * 5, [0.0, 0.04, 0.08, 0.12, 0.16], "all the same: the usual step"),
        ([7.0, 7.0, 7.08], [0.0, 0.04, 0.08], "the first two the same"),
        ([0.0, 0.0, 0.0, 0.2], [0.0, 0.04, 0.08, 0.2], "told late"),
    ],
)
def test_times(stamps: list[float | None], seconds: list[float], what: str) -> None:
    clock = PresentationClock(0.04)
    assert [clock.seconds(stamp) for stamp in stamps] == pytest.approx(seconds), what


@pytest.mark.parametrize(
    ("stamps", "told"),
    [([0.0], False), ([0.0, 0.0], False), ([None, None], False), ([0.0, 0.1], True)],
)
def test_whether_the_file_tells_frames_apart(stamps: list[float | None], told: bool) -> None:
    clock = PresentationClock(0.04)
    for stamp in stamps:
        clock.seconds(stamp)
    assert clock.told is told
