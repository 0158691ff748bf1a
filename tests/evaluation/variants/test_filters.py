"""Pictures through FFmpeg's filters: what comes out, and when."""

from __future__ import annotations

import numpy as np
import pytest

from coach.arrays import Rgb
from coach.evaluation.variants.filters import FilterChain, Filters
from coach.evaluation.variants.rerecorded import RERECORDINGS

WIDTH, HEIGHT = 64, 48


def ramp() -> Rgb:
    """Dark on the left, light on the right."""
    row = np.linspace(0, 252, WIDTH).astype(np.uint8)
    return np.repeat(np.tile(row, (HEIGHT, 1))[..., None], 3, axis=2)


def through(filters: Filters, t: float = 0.0) -> Rgb:
    return FilterChain(filters, WIDTH, HEIGHT).apply(t, ramp())


def test_no_filter_changes_nothing() -> None:
    assert np.array_equal(through(()), ramp())


def test_a_mirror_turns_left_and_right() -> None:
    assert np.array_equal(through(RERECORDINGS["mirrored_video"].filters), ramp()[:, ::-1])


def test_in_the_dark_there_is_less_light_and_noise() -> None:
    dark = through(RERECORDINGS["dark"].filters).astype(float)
    assert dark.mean() == pytest.approx(0.3 * ramp().mean(), rel=0.1)
    assert np.std(dark - 0.3 * ramp()) > 3


def test_noise_differs_from_picture_to_picture() -> None:
    chain = FilterChain(RERECORDINGS["dark"].filters, WIDTH, HEIGHT)
    assert not np.array_equal(chain.apply(0.0, ramp()), chain.apply(0.1, ramp()))


def test_a_hand_moves_with_time_whatever_the_frame_rate() -> None:
    hand = RERECORDINGS["in_a_hand"].filters
    often, seldom = (FilterChain(hand, WIDTH, HEIGHT) for _ in range(2))
    for i in range(11):
        last = often.apply(i / 30, ramp())
    assert np.array_equal(last, seldom.apply(10 / 30, ramp()))
    assert last.shape != ramp().shape, "the edges of the picture go in and out"
    assert not np.array_equal(last, through(hand))


@pytest.mark.parametrize("name", ["askew", "wide_lens"])
def test_what_bends_the_picture_keeps_its_middle(name: str) -> None:
    bent = through(RERECORDINGS[name].filters)
    middle = (slice(HEIGHT // 2 - 2, HEIGHT // 2 + 2), slice(WIDTH // 2 - 2, WIDTH // 2 + 2))
    assert bent.shape == ramp().shape
    assert np.abs(bent[middle].astype(int) - ramp()[middle]).max() <= 8
    assert not np.array_equal(bent, ramp())
