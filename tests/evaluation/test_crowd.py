"""Clips that are played as live sessions: nobody is in the pictures, so detector and engine are
doubles."""

from __future__ import annotations

from coach.evaluation import crowd
from coach.live.session import Session
from exercises import registry
from tests.live.conftest import FakeEngine, Stage


def test_every_clip_is_counted_once_though_all_begin_again_until_the_longest_is_through(
    write_clip, monkeypatch, tmp_path
):
    """Grey rises from black to white in 51 pictures and begins anew: one rep each time."""
    made = []

    def make_session(exercises, settings, fleet):
        stage = Stage()
        made.append(settings.exercise)
        return Session(
            detectors=stage.make_detector,
            engines=FakeEngine,
            draw=lambda rgb, *_: rgb,
            settings=settings,
            fleet=fleet,
        )

    monkeypatch.setattr(crowd, "make_session", make_session)
    monkeypatch.setattr(crowd, "LEAD_S", 0.0)
    short = write_clip((128, 72), 30, 40).rename(tmp_path / "short.mp4")
    long = write_clip((128, 72), 30, 100)
    told = []
    parts = [("a", short, "squat"), ("b", long, "push_up"), ("c", short, "squat")]
    found = crowd.play(parts, registry(), 2, lambda done, total: told.append((done, total)))
    assert found.reps == {"a": 1, "b": 2, "c": 1}
    assert told == [(2, 3), (3, 3)]
    assert 0.5 < found.looked <= 1
    assert found.dropped < 0.5
    assert made.count("squat") > 3, "the short one was played again while the long one went on"
