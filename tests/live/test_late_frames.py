"""Frames that cannot wait for the network: the video flows, and the count stays right."""

from __future__ import annotations

import logging
import threading

import numpy as np
import pytest

from coach.live.load.quality import STEPS
from coach.live.settings import Settings
from tests.live.conftest import picture

UP, DOWN = 200, 60


def boom():
    raise RuntimeError("first line\nsecond line")


@pytest.fixture
def busy(stage, in_thread):
    """A stage on which, after a first frame, a second is looked at until `go_on` is set."""
    inside, stage.go_on = threading.Event(), threading.Event()
    stage.send(UP)
    stage.in_detect = lambda: (inside.set(), stage.go_on.wait(5))
    thread = in_thread(lambda: stage.send(DOWN))
    assert inside.wait(5)
    yield stage
    stage.go_on.set()
    thread.join(5)


class TestAFrameThatCannotWait:
    @pytest.mark.parametrize(
        ("privacy", "shows_the_picture"), [(False, True), (True, False)], ids=["plain", "privacy"]
    )
    def test_before_the_network_is_loaded_it_goes_back_undrawn(
        self, stage, privacy, shows_the_picture
    ):
        stage.session.apply(Settings("squat", privacy=privacy))
        answer = stage.session.late(picture(UP, 0.1), 0.1, 1)
        assert (np.unique(answer).size > 1) is shows_the_picture
        assert stage.drawn == stage.detectors == []

    def test_it_carries_the_last_pose_and_is_not_judged(self, busy):
        answer = busy.session.late(picture(UP, 0.1), 0.1, 0)
        assert (answer == 77).all()
        assert busy.drawn[-1][1] is not None
        assert len(busy.engines[0].times) == 1

    def test_it_is_no_frame_that_was_kept_up_with(self, stage):
        for _ in range(150):
            stage.send(UP)
            for _ in range(3):
                stage.now += 1 / 30
                stage.session.late(picture(UP), stage.t, 1)
        load, state = stage.session.load(), stage.session.snapshot()
        assert load is not None
        assert load.kept_up == pytest.approx(0.25, abs=0.02)
        assert load.flowing > 0.97
        assert state.received_fps == pytest.approx(30, rel=0.05)
        assert state.processed_fps == pytest.approx(30, rel=0.05), "and yet the video flows"

    def test_a_frame_that_went_back_late_is_counted_once(self, stage):
        for i in range(180):
            late = i % 2 == 0
            stage.in_detect = (
                (lambda: stage.session.late(picture(UP), stage.t, 0)) if late else None
            )
            stage.send(UP)
        state, load = stage.session.snapshot(), stage.session.load()
        assert state.processed_fps == pytest.approx(30, rel=0.05)
        assert load is not None
        assert load.kept_up == pytest.approx(0.5, abs=0.03)
        assert load.flowing > 0.97

    def test_a_frame_that_went_back_late_is_judged_and_not_drawn_again(self, stage):
        stage.send(UP)
        for level in (DOWN, UP):
            stage.in_detect = lambda: stage.session.late(picture(UP), stage.t, 0)
            assert stage.send(level) == [None]
        assert stage.reps == 1
        assert len(stage.drawn) == 3, "the first, and each of the others once"
        stage.in_detect = None
        assert stage.send(UP)[0] is not None

    def test_it_never_fails(self, busy, caplog):
        busy.in_draw = boom
        with caplog.at_level(logging.ERROR):
            answer = busy.session.late(picture(UP, 0.1), 0.1, 1)
        assert (answer[1, -1] == UP + 20).all(), "as it came, mirrored"
        assert busy.session.snapshot().trouble.key == "live.trouble.drawing"


class TestFramesThatAreLeftOut:
    @pytest.fixture
    def saving(self, stage, monkeypatch):
        """A stage on a machine that has nothing left to save but frames."""
        stage.step = STEPS[-1]
        monkeypatch.setattr(stage.session._fleet, "quality", lambda now: stage.step)
        return stage

    def shown(self, stage, frames, fps=30):
        shown = 0
        for _ in range(frames):
            stage.t += 1 / fps
            stage.now += 1 / fps
            if not stage.session.skips(stage.t, 1):
                shown += 1
                stage.session.frame(picture(UP, stage.t), stage.t, 1)
        return shown

    def test_no_frame_is_while_there_is_anything_else_to_save(self, stage):
        assert all(step.show_gap_s == 0 for step in STEPS[:-2])
        assert self.shown(stage, 90) == 90

    @pytest.mark.parametrize(("step", "fps"), [(-2, 24), (-1, 15)])
    def test_some_of_thirty_a_second_are_in_the_end(self, saving, step, fps):
        saving.step = STEPS[step]
        assert self.shown(saving, 180) == pytest.approx(6 * fps, abs=2)
        state, load = saving.session.snapshot(), saving.session.load()
        assert state.received_fps == pytest.approx(30, rel=0.05)
        assert state.processed_fps == pytest.approx(fps, rel=0.05)
        assert load is not None
        assert min(load.kept_up, load.flowing) > 0.97, "what is left out on purpose is no strain"

    def test_slow_cameras_lose_none(self, saving):
        assert self.shown(saving, 60, fps=15) == 60

    def test_a_new_connection_begins_with_a_frame(self, saving):
        self.shown(saving, 3)
        saving.reconnect()
        assert self.shown(saving, 1) == 1

    def test_one_that_goes_back_late_was_not_left_out_before(self, saving):
        assert not saving.session.skips(1.0, 1)
        assert not saving.session.skips(1.0, 0)
