"""Counts that only rise."""

from __future__ import annotations

import threading

import pytest

from coach.live.load.counters import BOUNDS, Counters, Spread


@pytest.mark.parametrize(
    ("seconds", "place"),
    [
        pytest.param(0.001, 0, id="below the first bound"),
        pytest.param(BOUNDS[0], 0, id="a bound belongs to what is below it"),
        pytest.param(0.035, 4, id="in between"),
        pytest.param(5.0, len(BOUNDS), id="above all"),
    ],
)
def test_a_duration_falls_between_its_bounds(seconds: float, place: int) -> None:
    spread = Spread().add(seconds)
    assert [i for i, count in enumerate(spread.counts) if count] == [place]
    assert (spread.count, spread.seconds) == (1, seconds)


def test_frames_that_were_not_worked_on_are_drops() -> None:
    counters = Counters()
    for received in (1, 1, 4):
        counters.frame(received, 0.01)
    totals = counters.totals()
    assert (totals.received, totals.dropped, totals.frames.count) == (6, 3, 3)
    assert totals.late == 0


def test_errors_are_counted_by_kind() -> None:
    counters = Counters()
    for key in ("model", "model", "drawing"):
        counters.error(key)
    assert counters.totals().errors == {"model": 2, "drawing": 1}


def test_totals_are_a_value_of_their_moment() -> None:
    counters = Counters()
    before = counters.totals()
    counters.begin()
    counters.error("model")
    assert (before.begun, before.errors) == (0, {})


def test_no_count_is_lost_between_threads() -> None:
    counters = Counters()

    def work() -> None:
        for _ in range(500):
            counters.frame(2, 0.001)
            counters.look(0.001)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    totals = counters.totals()
    assert (totals.received, totals.looks.count) == (4000, 2000)


def test_a_late_frame_counts_what_came_with_it_once() -> None:
    counters = Counters()
    counters.frame(1, 0.01)
    counters.late(0)
    counters.late(3)
    totals = counters.totals()
    assert (totals.received, totals.dropped, totals.late) == (4, 2, 2)
