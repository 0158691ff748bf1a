"""The live page: what a person sees and what a click does to the set."""

from __future__ import annotations

import numpy as np
import pytest

from coach import process
from coach.live.settings import Settings
from coach.live.transport import stream
from coach.live.transport.relay import NAMES, Provider
from coach.motion.look_schedule import Sighting
from coach.motion.snapshot import View
from coach.texts import say
from coach.vision.models.model_store import ModelStoreError
from coach.vision.self_test import SelfTest
from exercises import registry
from tests.pages.conftest import Nobody


@pytest.fixture(autouse=True)
def _no_relay_of_this_machine(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_a_first_visit_says_what_to_do_and_shows_no_empty_numbers(stage):
    app = stage.run()
    assert [info.value for info in app.info] == [say("live.idle")]
    assert not app.metric
    assert stage.session.snapshot().settings == Settings("squat")
    assert stage.plan.provider is Provider.STUN, "the address is not known to be near"


@pytest.mark.parametrize("key", list(registry()))
def test_every_exercise_can_be_chosen_and_says_how_to_stand(stage, key):
    stage.run()
    stage.control("live-exercise").set_value(key)
    app = stage.run()
    assert registry()[key].how_to_stand in [caption.value for caption in app.caption]
    assert stage.session.snapshot().settings.exercise == key


def test_live_numbers_follow_the_frames(stage):
    stage.run()
    stage.start()
    app = stage.frames(5)
    assert stage.metric(say("live.reps")) == "4"
    assert stage.metric(say("live.not_counted")) == "1"
    assert stage.metric(say("live.range")) == "104 %"
    assert stage.metric(say("live.down")) == "1.2 s"
    assert stage.metric(say("live.up")) == "0.9 s"
    captions = " ".join(caption.value for caption in app.caption)
    assert "118°, at most 95°" in captions, "why the fourth did not count"
    assert say("live.frames", received=2, processed=2) in captions
    assert "Go deeper" in stage.errors


def test_a_hold_shows_its_time(stage):
    stage.run()
    stage.control("live-exercise").set_value("plank")
    stage.start()
    stage.frames(5)
    assert stage.metric(say("live.hold")) == "5.0 s"
    assert stage.metric(say("live.best_hold")) == "3.0 s", "the first one, of 3 seconds"
    stage.frames(4)
    assert stage.metric(say("live.best_hold")) == "6.0 s", "the one that is running"


@pytest.mark.parametrize(
    ("key", "value", "changed"),
    [
        ("live-mirror", False, {"mirrored": False}),
        ("live-privacy", True, {"privacy": True}),
        ("live-model", "heavy", {"model": "heavy"}),
    ],
)
def test_a_click_in_mid_set_loses_nothing(stage, key, value, changed):
    stage.run()
    stage.start()
    stage.frames(3)
    widget = stage.control(key) if key == "live-model" else stage.app.toggle(key=key)
    widget.set_value(value)
    stage.run()
    stage.frames(2)
    assert stage.metric(say("live.reps")) == "4"
    settings = stage.session.snapshot().settings
    assert {name: getattr(settings, name) for name in changed} == changed


@pytest.mark.parametrize(("key", "value"), [("live-exercise", "push_up"), ("live-level", "strict")])
def test_another_exercise_or_level_keeps_the_set_and_begins_one(stage, key, value):
    stage.run()
    stage.start()
    stage.frames(3)
    stage.control(key).set_value(value)
    app = stage.run()
    assert stage.metric(say("live.reps")) == "0"
    assert [expander.label for expander in app.expander] == ["Squat · Beginner · 3 reps"]


class TestAfterStop:
    def test_the_set_is_shown_rep_by_rep(self, stage):
        stage.run()
        stage.start()
        stage.frames(5)
        app = stage.stop()
        reps, attempts = (table.value for table in app.table)
        assert list(reps[say("set.number")]) == ["1", "2", "3", "4"]
        assert list(reps[say("set.down")]) == ["1.2"] * 4
        assert next(iter(reps[say("set.lost")])) == say("set.nothing_lost")
        assert "118°, at most 95°" in attempts[say("set.why")].iloc[0]
        assert stage.metric(say("set.total")) == "80"

    def test_start_goes_on_with_the_set(self, stage):
        stage.run()
        stage.start()
        stage.frames(3)
        stage.stop()
        stage.start()
        stage.frames(2)
        assert stage.metric(say("live.reps")) == "4"

    def test_start_begins_a_new_set_where_that_was_chosen(self, stage):
        stage.run()
        stage.start()
        stage.frames(3)
        stage.stop()
        stage.control("live-next-set").set_value("new")
        stage.run()
        assert stage.metric(say("live.reps")) == "3", "until START nothing is changed"
        stage.start()
        app = stage.frames(1)
        assert stage.metric(say("live.reps")) == "1"
        assert [expander.label for expander in app.expander] == ["Squat · Beginner · 3 reps"]

    def test_nothing_is_shown_of_a_set_in_which_nothing_was_done(self, stage):
        stage.run()
        stage.start()
        app = stage.stop()
        assert not app.table
        assert not app.metric


class TestModels:
    def test_a_model_that_cannot_be_had_is_one_sentence_and_a_way_to_try_again(self, stage):
        def fail(*_):
            raise ModelStoreError("No network: connect and try again.")

        stage.ensure = fail
        app = stage.run()
        assert stage.errors == ["No network: connect and try again."]
        stage.ensure = lambda *_: None
        app.button(key="retry-full").click()
        stage.run()
        assert stage.errors == []

    def test_one_that_fails_in_mid_set_leaves_the_one_that_works(self, stage):
        stage.run()
        stage.start()
        stage.frames(3)

        def fail(*_):
            raise ModelStoreError("The disk is full: make room.")

        stage.ensure = fail
        stage.control("live-model").set_value("heavy")
        stage.run()
        assert "The disk is full: make room." in stage.errors
        assert stage.session.snapshot().settings.model == "full"
        assert stage.metric(say("live.reps")) == "3"

    def test_the_bar_shows_how_far_it_is_and_goes_away(self, stage):
        seen = []

        def fetch(name, progress):
            progress(4_700_000, 9_400_000)
            seen.append(name)

        stage.ensure = fetch
        app = stage.run()
        stage.run()
        assert seen == ["full"], "once"
        assert not app.get("progress")


class TestTrouble:
    def test_ten_seconds_without_a_picture_are_explained(self, stage):
        stage.run()
        stage.start()
        stage.now += 9
        stage.run()
        assert stage.errors == []
        stage.now += 2
        stage.run()
        assert stage.errors == [say("live.why.no_frames")]

    def test_without_a_way_to_the_server_the_relay_is_named(self, stage):
        stage.run()
        stage.connection = stream.Connection(signalling=True)
        stage.run()
        stage.now += 11
        stage.run()
        assert stage.errors == [say("live.why.no_relay")]

    def test_half_a_relay_is_named_without_its_secret(self, stage, monkeypatch):
        monkeypatch.setenv("TWILIO_AUTH_TOKEN", "s3cret")
        app = stage.run()
        (warning,) = (warning.value for warning in app.warning)
        assert "TWILIO_ACCOUNT_SID" in warning
        assert "s3cret" not in warning

    def test_a_black_camera_is_named(self, stage):
        stage.run()
        stage.start()
        for i in range(40):
            stage.now += 1 / 30
            stage.session.frame(np.zeros((36, 64, 3), np.uint8), i / 30)
        stage.run()
        assert stage.errors == [say("live.camera_black")]


def test_rear_camera_is_asked_for_and_locked_while_it_runs(stage):
    stage.run()
    stage.control("live-facing").set_value("environment")
    stage.run()
    assert stage.facing is stream.Facing.REAR
    stage.start()
    assert stage.control("live-facing").disabled
    stage.stop()
    assert not stage.control("live-facing").disabled


def test_another_page_and_back_loses_neither_set_nor_choices(stage):
    stage.run()
    stage.control("live-exercise").set_value("push_up")
    stage.control("live-facing").set_value("environment")
    stage.app.toggle(key="live-privacy").set_value(True)
    stage.run()
    stage.start()
    stage.frames(3)
    stage.stop()
    stage.app.switch_page("pages/guide.py")
    stage.run()
    stage.app.switch_page("pages/live.py")
    stage.run()
    assert stage.metric(say("live.reps")) == "3"
    assert stage.session.snapshot().settings == Settings("push_up", privacy=True)
    assert stage.facing is stream.Facing.REAR


def test_the_view_is_said(stage):
    stage.run()
    stage.start()
    app = stage.frames(1)
    words = say(f"live.view_{View.LEFT.value}")
    assert any(words in str(markdown.value) for markdown in app.markdown)


def test_who_is_never_seen_is_told_why_that_can_be(stage):
    stage.run()
    stage.start()
    stage.frames(39)
    assert say("live.never_seen") not in stage.errors
    stage.frames(4)
    assert say("live.never_seen") in stage.errors


def test_detection_that_cannot_be_trusted_is_told(stage, monkeypatch):
    test = SelfTest(lambda model: False)
    monkeypatch.setattr(process, "self_test", lambda: test)
    test.begin("full").join()
    stage.run()
    stage.start()
    stage.frames(1)
    assert say("doctor.live_wrong") in stage.errors


def test_who_waits_beside_somebody_else_is_told_what_to_do(stage, monkeypatch):
    monkeypatch.setattr(Nobody, "look", lambda *_: Sighting(None, stranger=True))
    stage.run()
    stage.start()
    assert say("live.somebody_else") in [info.value for info in stage.frames(3).info]
    monkeypatch.setattr(Nobody, "look", lambda *_: Sighting(None))
    assert say("live.somebody_else") not in [info.value for info in stage.frames(1).info]
