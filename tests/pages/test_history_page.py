"""The history: what a person sees, and that it is theirs alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coach import process
from coach.records.errors import UnavailableError
from coach.records.records import Records
from coach.records.values import Owner
from coach.texts import say
from coach.ui.shared import record_store as kept
from coach.ui.shared.record_store import record_store
from coach.vision.self_test import SelfTest
from exercises import registry
from tests.history.figures import golden

APP = Path(__file__).parents[2] / "coach_app.py"
ME, HER = Owner(), Owner(profile="Ada <b>&</b> 李小龙")
NOW = datetime.now(timezone.utc)


@pytest.fixture
def records(tmp_path, monkeypatch):
    """The app's own records, in a database of this test."""
    monkeypatch.setenv("COACH_DATABASE_URL", f"sqlite:///{tmp_path / 'records.db'}")
    monkeypatch.setenv("COACH_PROFILES", "all")
    self_test = SelfTest(lambda model: True)  # a real one would outlive the test
    monkeypatch.setattr(process, "self_test", lambda: self_test)
    record_store.clear()
    found = record_store()
    yield found
    record_store.clear()


def add(records: Records, owner: Owner, name: str, days: float = 0, level: str = "beginner") -> str:
    track, report = golden(name, level)
    return records.add_from_report(owner, report, track, NOW - timedelta(days=days))


def open_history(set_id: str = "", profile: str = "") -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.session_state["profile"] = profile
    app.run()
    if set_id:
        app.query_params["set"] = set_id
    app.switch_page("pages/history.py").run()
    assert not app.exception
    return app


def said(app: AppTest, kind: str) -> list[str]:
    return [str(each.value) for each in getattr(app, kind)]


def metrics(app: AppTest) -> dict[str, str]:
    return {str(each.label): str(each.value) for each in app.metric}


def test_a_new_person_is_told_what_to_do(records):
    app = open_history()
    assert say("history.empty") in said(app, "info")
    assert not app.metric


def test_sets_are_added_up_and_a_filter_leaves_those_that_were_asked_for(records):
    add(records, ME, "squat_front_fast_2")
    add(records, ME, "squat_side_2", days=1)
    add(records, ME, "plank_side_16s", days=200)
    app = open_history()
    assert metrics(app)[say("history.sets")] == "2", "three months"
    assert metrics(app)[say("live.reps")] == "4"
    app.button_group(key="history-period").set_value("all")
    assert metrics(app.run())[say("history.sets")] == "3"
    app.button_group(key="history-exercise").set_value("plank")
    assert metrics(app.run())[say("history.sets")] == "1"
    app.button_group(key="history-period").set_value("month")
    assert say("history.none_chosen") in said(app.run(), "info")
    assert not app.exception


def test_a_clock_that_was_wrong_spoils_nothing(records):
    ahead = add(records, ME, "squat_front_fast_2", days=-20_000)
    add(records, ME, "squat_side_2", days=20_000)
    add(records, ME, "squat_side_2")
    app = open_history()
    app.button_group(key="history-period").set_value("all")
    app.run()
    assert metrics(app)[say("history.sets")] == "2"
    assert metrics(app)[say("history.week_streak")] == "1"
    assert say("history.ahead", count=1) in said(app, "caption")
    assert not app.exception
    assert not open_history(ahead).error, "it can be seen, and deleted"


def test_an_exercise_that_is_no_more_is_still_theirs(records):
    _, report = golden("squat_side_2")
    gone = replace(report, exercise="hula_hoop", level="expert")
    set_id = records.add_from_report(ME, gone, None, NOW)
    assert not open_history().exception
    app = open_history(set_id)
    assert "Hula hoop" in said(app, "header")
    assert say("history.exercise_gone") in said(app, "info")


def test_a_set_is_shown_whole(records):
    set_id = add(records, ME, "squat_front_chest_falls_1")
    app = open_history(set_id)
    assert registry()["squat"].title in said(app, "header")
    assert metrics(app)[say("live.reps")] == "1"
    for part in ("why", "sides", "compare", "reps"):
        app.button_group(key="history-part").set_value(part)
        app.run()
        assert not app.exception, part


def test_a_hold_and_a_set_without_movement_are_shown_too(records):
    _, report = golden("plank_side_16s")
    app = open_history(records.add_from_report(ME, report, None, NOW))
    assert say("history.no_track") in said(app, "info")
    assert not app.exception


@pytest.mark.parametrize("set_id", ["0" * 32, "'; drop table sets; --", "<b>x</b>", "x" * 5000])
def test_what_is_no_set_is_not_found(records, set_id):
    assert said(open_history(set_id), "error") == [say("records.not_found")]


def test_somebody_elses_set_is_not_found_and_not_counted(records):
    hers = add(records, HER, "squat_front_fast_2")
    assert said(open_history(hers), "error") == [say("records.not_found")]
    assert say("history.empty") in said(open_history(), "info")
    app = open_history(hers, HER.profile)
    assert not app.error
    assert metrics(app)[say("live.reps")] == "2"
    assert metrics(open_history(profile=HER.profile))[say("history.sets")] == "1"


def test_records_that_cannot_be_read_are_a_sentence(records, monkeypatch):
    def fails(*_, **__):
        raise UnavailableError("The database is locked: try again.")

    monkeypatch.setattr(kept.Records, "sets", fails)
    assert said(open_history(), "error") == ["The database is locked: try again."]


def test_what_happened_to_the_database_is_said(records, monkeypatch):
    monkeypatch.setattr(Records, "notice", "The old file was set aside.")
    assert said(open_history(), "warning") == ["The old file was set aside."]
