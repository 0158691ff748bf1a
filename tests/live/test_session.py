"""The session: nothing that a camera, a detector or a hurried person does costs a rep."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace

import numpy as np
import pytest

from coach.live.camera_watch import CameraFault
from coach.live.set_record import SOMEBODY_ELSE
from coach.live.settings import Settings
from tests.live.conftest import FakeDetector, Stage

UP, DOWN = 200, 60
REP = (DOWN, DOWN, UP)


def boom():
    raise RuntimeError("first line\nsecond line")


def test_frames_become_reps_and_come_back_drawn_on(stage):
    answers = stage.send(UP, *REP, *REP)
    assert stage.reps == 2
    assert all((answer == 77).all() for answer in answers)


def test_the_detector_and_the_drawing_see_the_picture_as_it_came(stage):
    stage.send(UP)
    drawn, pose, _, settings = stage.drawn[0]
    assert drawn[1, 0, 0] == UP + 20
    assert settings.mirrored
    assert pose is not None
    assert pose.image[0, 1] == pytest.approx(UP / 255)


def test_a_pose_that_is_carried_along_is_drawn_and_not_judged(stage):
    stage.send(*REP)
    stage.fresh = False
    stage.send(*REP)
    assert stage.reps == 1
    assert len(stage.drawn) == 6
    assert len(stage.engines[0].times) == 3
    assert stage.drawn[-1][1] is not None


@pytest.mark.parametrize(
    ("place", "key"),
    [
        ("in_make", "live.trouble.model"),
        ("in_detect", "live.trouble.detector"),
        ("in_draw", "live.trouble.drawing"),
    ],
)
class TestFailures:
    def test_is_one_sentence_and_one_line_in_the_log(self, stage, caplog, place, key):
        if place != "in_make":
            stage.send(UP)
        setattr(stage, place, boom)
        with caplog.at_level(logging.ERROR):
            answers = stage.send(UP, UP, UP)
        trouble = stage.session.snapshot().trouble
        assert trouble is not None
        assert (trouble.key, trouble.detail) == (key, "first line")
        assert len([r for r in caplog.records if key in r.getMessage()]) == 1
        assert all((answer[1, -1] == UP + 20).all() for answer in answers), "as it came, mirrored"

    def test_passes_when_it_works_again(self, stage, place, key):
        stage.send(*REP)
        setattr(stage, place, boom)
        stage.session.apply(Settings("squat", model="lite"))
        stage.send(UP, UP)
        assert stage.session.snapshot().trouble is not None
        setattr(stage, place, None)
        stage.now += 3
        stage.send(*REP)
        assert stage.session.snapshot().trouble is None
        assert stage.reps == 2

    def test_shows_no_picture_in_the_privacy_view(self, stage, place, key):
        stage.session.apply(Settings("squat", privacy=True))
        setattr(stage, place, boom)
        (answer,) = stage.send(UP)
        assert len(np.unique(answer)) == 1


@pytest.mark.parametrize("place", ["in_make", "in_detect"])
def test_a_model_that_cannot_be_loaded_is_not_tried_at_every_frame(stage, place):
    tries = []
    setattr(stage, place, lambda: (tries.append(stage.now), boom()))
    stage.send(*[UP] * 90)
    assert len(tries) == 2, "3 seconds of frames, an attempt every 2 seconds"
    assert stage.session.snapshot().trouble.key == "live.trouble.model"


class TestTheEnd:
    def test_closes_the_detector_once_however_often_it_comes(self, stage):
        stage.send(UP)
        stage.session.end()
        stage.session.end()
        assert [d.closed for d in stage.detectors] == [1]

    def test_before_the_first_frame_harms_nothing(self, stage):
        stage.session.end()
        stage.send(*REP)
        assert stage.reps == 1

    def test_in_the_middle_of_a_frame_closes_the_detector_after_it(self, stage, in_thread):
        inside, go_on = threading.Event(), threading.Event()
        stage.in_detect = lambda: (inside.set(), go_on.wait(5))
        thread = in_thread(lambda: stage.send(UP))
        assert inside.wait(5)
        stage.session.end()
        assert stage.detectors[0].closed == 0
        go_on.set()
        thread.join(5)
        assert stage.detectors[0].closed == 1

    def test_a_detector_that_fails_to_close_does_not_stop_the_next_connection(self, stage):
        stage.send(UP)
        stage.in_close = boom
        stage.reconnect()
        stage.send(*REP)
        assert stage.reps == 1
        assert len(stage.detectors) == 2

    def test_of_an_older_connection_costs_the_newer_one_a_detector_and_no_rep(self, stage):
        stage.send(*REP)
        stage.session.end()
        stage.send(*REP)
        assert stage.reps == 2

    def test_the_lock_is_free_while_a_pose_is_sought(self, stage, in_thread):
        inside, go_on = threading.Event(), threading.Event()
        stage.in_detect = lambda: (inside.set(), go_on.wait(5))
        thread = in_thread(lambda: stage.send(UP))
        assert inside.wait(5)
        read = in_thread(stage.session.snapshot)
        read.join(2)
        assert not read.is_alive()
        go_on.set()
        thread.join(5)

    def test_the_lock_is_free_while_a_frame_is_judged(self, stage, in_thread):
        inside, go_on = threading.Event(), threading.Event()
        stage.send(UP)
        stage.in_see = lambda: (inside.set(), go_on.wait(5))
        thread = in_thread(lambda: stage.send(DOWN))
        assert inside.wait(5)
        read = in_thread(stage.session.snapshot)
        read.join(2)
        assert not read.is_alive()
        go_on.set()
        thread.join(5)

    def test_two_frames_at_once_never_share_a_detector(self, stage, in_thread):
        inside, go_on = threading.Event(), threading.Event()
        stage.in_detect = lambda: (inside.set(), go_on.wait(5))
        thread = in_thread(lambda: stage.send(UP))
        assert inside.wait(5)
        stage.send(UP)
        assert [len(d.seen) for d in stage.detectors] == [1]
        go_on.set()
        thread.join(5)


class TestTheSet:
    def test_goes_on_after_stop_and_start_on_a_time_that_rises(self, stage):
        stage.send(*REP)
        stage.reconnect()
        stage.send(*REP)
        times = stage.engines[0].times
        assert stage.reps == 2
        assert times == sorted(times)
        assert times[3] - times[2] >= 2.0, "the engine is shown a gap"

    def test_survives_times_that_go_back_without_an_end(self, stage):
        stage.send(*REP, step=0.3)
        stage.t = 0.0
        stage.send(*REP, step=0.3)
        assert stage.reps == 2

    def test_a_frame_out_of_order_does_not_begin_a_new_stretch(self, stage):
        stage.send(UP, UP, UP)
        stage.t -= 0.05
        stage.send(UP, UP, UP)
        times = stage.engines[0].times
        assert times == sorted(times)
        assert times[-1] < 0.2

    def test_summary_closes_the_rep_at_the_end_and_the_set_can_still_go_on(self, stage):
        stage.send(*REP, DOWN)
        assert len(stage.session.summary().snapshot.reps) == 2
        assert stage.reps == 1
        stage.send(UP)
        assert stage.reps == 2

    def test_new_set_keeps_the_old_one(self, stage):
        stage.send(*REP)
        stage.session.new_set()
        state = stage.session.snapshot()
        assert [len(record.snapshot.reps) for record in state.finished] == [1]
        assert stage.reps == 0

    def test_a_frame_under_way_when_the_set_ends_is_no_part_of_it(self, stage, in_thread):
        inside, go_on = threading.Event(), threading.Event()
        stage.send(*REP, DOWN)
        stage.in_detect = lambda: (inside.set(), go_on.wait(5))
        thread = in_thread(lambda: stage.send(UP))
        assert inside.wait(5)
        stage.session.new_set()
        go_on.set()
        thread.join(5)
        state = stage.session.snapshot()
        assert [len(record.snapshot.reps) for record in state.finished] == [2]
        assert len(stage.engines[0].times) == len(REP) + 1
        assert state.snapshot.reps == ()

    def test_a_set_in_which_nothing_was_done_is_not_kept(self, stage):
        stage.send(UP)
        stage.session.new_set()
        assert stage.session.snapshot().finished == ()

    @pytest.mark.parametrize(
        "settings",
        [
            Settings("squat", model="lite"),
            Settings("squat", mirrored=False),
            Settings("squat", privacy=True),
        ],
        ids=["model", "mirror", "privacy"],
    )
    def test_goes_on_when_something_else_is_chosen(self, stage, settings):
        stage.send(*REP, DOWN)
        stage.session.apply(settings)
        stage.send(UP)
        assert stage.reps == 2
        assert len(stage.engines) == 1
        assert stage.drawn[-1][3] == settings
        assert stage.detectors[-1].model == settings.model
        assert [d.closed for d in stage.detectors[:-1]] == [1] * (len(stage.detectors) - 1)

    @pytest.mark.parametrize(
        "settings", [Settings("push_up"), Settings("squat", "strict")], ids=["exercise", "level"]
    )
    def test_is_finished_and_kept_when_the_exercise_or_the_level_changes(self, stage, settings):
        stage.send(*REP, DOWN)
        stage.session.apply(settings)
        state = stage.session.snapshot()
        assert [len(record.snapshot.reps) for record in state.finished] == [2]
        assert (state.snapshot.exercise, state.snapshot.level) == (
            settings.exercise,
            settings.level,
        )
        stage.send(*REP)
        assert stage.reps == 1

    def test_an_unknown_exercise_changes_nothing(self, stage):
        stage.send(*REP)
        with pytest.raises(KeyError):
            stage.session.apply(Settings("juggling"))
        stage.send(*REP)
        assert stage.reps == 2
        assert stage.session.snapshot().finished == ()


class TestWhatThePageReads:
    def test_whether_one_is_alone(self, stage):
        stage.send(UP)
        assert stage.session.alone
        other = Stage()
        stage.session._fleet.join(other.session)
        assert stage.session.alone, "an open page is nobody who trains"
        other.send(UP)
        assert not stage.session.alone

    def test_frame_rates_of_what_came_and_of_what_was_looked_at(self, stage):
        stage.send(*[UP] * 60, step=1 / 15, received=2)
        state = stage.session.snapshot()
        assert state.received_fps == pytest.approx(30, rel=0.05)
        assert state.processed_fps == pytest.approx(15, rel=0.05)
        assert state.frames == 120

    def test_frame_rate_falls_to_nothing_when_frames_cease(self, stage):
        stage.send(*[UP] * 30)
        stage.now += 5
        assert stage.session.snapshot().received_fps == 0

    def test_black_is_said_after_a_second_and_taken_back(self, stage):
        stage.send(UP, *[0] * 29)
        assert stage.session.snapshot().camera is None
        stage.send(*[0] * 4)
        assert stage.session.snapshot().camera is CameraFault.BLACK
        stage.send(UP)
        assert stage.session.snapshot().camera is None

    def test_a_new_connection_may_begin_black(self, stage):
        stage.send(UP, *[0] * 40)
        assert stage.session.snapshot().camera is CameraFault.BLACK
        stage.reconnect()
        stage.send(*[0] * 20)
        assert stage.session.snapshot().camera is None

    def test_waiting_runs_from_when_frames_are_expected_and_from_the_last_one(self, stage):
        assert stage.session.snapshot().quiet_s == 0
        stage.session.expect(frames=True)
        stage.now += 7
        stage.session.expect(frames=True)
        assert stage.session.snapshot().quiet_s == pytest.approx(7)
        stage.send(UP)
        stage.now += 2
        assert stage.session.snapshot().quiet_s == pytest.approx(2)
        stage.session.expect(frames=False)
        assert stage.session.snapshot().quiet_s == 0

    def test_after_the_end_nothing_streams_and_the_numbers_stay(self, stage):
        stage.send(*REP)
        stage.session.end()
        state = stage.session.snapshot()
        assert not state.streaming
        assert state.received_fps == 0
        assert len(state.snapshot.reps) == 1


class TestSomebodyElse:
    def test_is_told_and_neither_counted_nor_drawn(self, stage, monkeypatch):
        stage.send(UP, DOWN)
        look = FakeDetector.look
        monkeypatch.setattr(
            FakeDetector,
            "look",
            lambda *a: replace(look(*a), pose=None, stranger=True),
        )
        stage.send(UP, DOWN, UP)
        snapshot = stage.session.snapshot().snapshot
        assert snapshot.cue.key == SOMEBODY_ELSE
        assert snapshot.reps == ()
        assert [pose is None for _, pose, _, _ in stage.drawn] == [False, False, True, True, True]
        monkeypatch.undo()
        stage.send(DOWN, UP)
        snapshot = stage.session.snapshot().snapshot
        assert snapshot.cue is None
        assert len(snapshot.reps) == 1, "the set goes on"

    def test_is_somebody(self, stage, monkeypatch):
        look = FakeDetector.look
        monkeypatch.setattr(
            FakeDetector, "look", lambda *a: replace(look(*a), pose=None, stranger=True)
        )
        stage.send(UP)
        stage.now += 60
        stage.send(UP)
        assert not stage.session.snapshot().never_seen

    def test_who_begins_a_set_is_welcome(self, stage):
        """Those who train by turns press something in between."""
        stage.send(UP)
        (detector,) = stage.detectors
        stage.session.apply(replace(stage.session.snapshot().settings, mirrored=False))
        assert detector.welcomed == 0
        stage.session.new_set()
        assert detector.welcomed == 1
        stage.session.apply(Settings("push_up"))
        assert detector.welcomed == 2
