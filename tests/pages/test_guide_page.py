"""The guide: every rule of every exercise, out of its own data."""

from __future__ import annotations

import threading

from coach.motion.exercise import Cycle, Hold
from coach.texts import say
from coach.ui.shared import page_style as look
from exercises import registry


def test_every_exercise_has_its_tab_and_every_rule_its_row(stage):
    stage.run()
    app = stage.app.switch_page("pages/guide.py").run()
    assert not app.exception
    assert [tab.label for tab in app.tabs] == [each.title for each in registry().values()]
    shown = [list(table.value[say("guide.rule")]) for table in app.table]
    assert shown == [[rule.title for rule in each.rules] for each in registry().values()]


def test_it_says_what_counts_and_what_costs_points(stage):
    stage.run()
    app = stage.app.switch_page("pages/guide.py").run()
    said = [each.value for each in app.markdown]
    for exercise in registry().values():
        goal = exercise.goal
        if isinstance(goal, Hold):
            assert say("guide.held", grace=goal.grace_s) in said
        else:
            assert say("guide.counted", rest=goal.rest_s) in said
    points = [list(table.value.get(say("guide.points"), [])) for table in app.table]
    assert points == [
        [f"-{rule.points_lost}" for rule in each.rules] if isinstance(each.goal, Cycle) else []
        for each in registry().values()
    ]


def test_its_address_on_a_fresh_server_leads_into_the_app(stage, monkeypatch):
    monkeypatch.setattr(look, "_entry", threading.Event())
    app = stage.app.switch_page("pages/guide.py").run()
    assert not app.exception
    assert [info.value for info in app.info] == [say("live.idle")]


def test_what_to_do_when_one_is_not_seen_is_told(stage):
    app = stage.app.switch_page("pages/guide.py").run()
    shown = [element.value for element in app.markdown]
    for part in ("far", "side", "else"):
        assert say(f"guide.unseen_{part}") in shown
