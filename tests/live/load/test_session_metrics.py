"""How one session fares."""

from __future__ import annotations

from coach.live.load.session_metrics import SILENT_S, SessionMetrics


def metrics_at_30_fps(seconds: float, every: int = 1) -> SessionMetrics:
    """Frames come at 30 a second, so many with each call; every second one is looked at."""
    metrics = SessionMetrics()
    for i in range(int(seconds * 30 / every)):
        now = i * every / 30
        metrics.receive(now, every)
        if i % 2:
            metrics.look(now, 0.02 if i % 3 else 0.01)
        metrics.answer(now + 0.01, shown=i % 4 != 0, late=False)
    return metrics


def test_nothing_came_yet() -> None:
    assert SessionMetrics().load(5.0) is None


def test_all_rates_of_a_session_that_keeps_up() -> None:
    load = metrics_at_30_fps(6).load(6.0)
    assert load is not None
    assert round(load.received) == 30
    assert round(load.answered) == 30
    assert round(load.looks) == 15
    assert load.look_s == 0.01, "the quickest is what a look costs"
    assert 0.01 < load.waited_s < 0.02
    assert load.age_s == 6.0
    assert load.kept_up > 0.97
    assert load.flowing > 0.97


def test_frames_that_wait_show_as_not_kept_up() -> None:
    load = metrics_at_30_fps(6, every=3).load(6.0)
    assert load is not None
    assert 0.3 < load.kept_up < 0.4
    assert 0.3 < load.flowing < 0.4


def test_what_was_not_looked_at_is_not_shown() -> None:
    metrics = metrics_at_30_fps(6)
    assert round(metrics.shown_fps(6.0)) < round(metrics.received_fps(6.0))


def test_only_the_first_frame_of_a_connection_begins_it() -> None:
    metrics = SessionMetrics()
    assert [metrics.receive(t, 1) for t in (0.0, 0.1)] == [True, False]
    metrics.clear()
    assert metrics.load(0.2) is None
    assert metrics.receive(0.3, 1)


def test_a_session_that_fell_silent_is_no_load() -> None:
    metrics = metrics_at_30_fps(2)
    assert metrics.load(2.0 + SILENT_S) is None
