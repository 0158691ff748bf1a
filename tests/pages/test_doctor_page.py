"""The check as a page: for those who run the server alone."""

from __future__ import annotations

import pytest

from coach.doctor.finding import Finding, Grade
from coach.settings import DOCTOR
from coach.texts import say
from coach.ui import check


@pytest.fixture
def page(stage, monkeypatch):
    """Opens the page, seen from nearby or from far away, with such findings."""

    def open_(near, *findings, setting=""):
        monkeypatch.setattr(check, "is_of_this_network", lambda: near)
        monkeypatch.setenv(DOCTOR.name, setting)
        monkeypatch.setattr(check, "all_checks", lambda *_, **__: iter(findings))
        stage.run()
        return stage.app.switch_page("pages/doctor.py").run()

    return open_


def press(app):
    app.button[0].click()
    return app.run()


@pytest.mark.parametrize(
    ("near", "setting", "shown"),
    [(True, "", True), (False, "", False), (False, "all", True)],
    ids=["in its network", "a stranger", "the host wants it so"],
)
def test_who_sees_it(page, near, setting, shown):
    app = page(near, setting=setting)
    assert not app.exception
    assert bool(app.button) is shown
    assert (say("doctor.not_here", setting=DOCTOR.name) in [i.value for i in app.info]) is not shown


@pytest.mark.parametrize("grade", list(Grade))
def test_each_finding_is_shown(page, grade):
    app = press(page(True, Finding("Relay", grade, "turn:*a*_b_ answers")))
    assert not app.exception
    shown = [each.value for each in (*app.markdown, *app.error, *app.success)]
    line = "**Relay:** turn:\\*a\\*\\_b\\_ answers"
    assert [text.endswith(line) for text in shown].count(True) == 1
    assert (line in [error.value for error in app.error]) is (grade is Grade.WRONG)
    last = say("doctor.not_well", count=1) if grade is Grade.WRONG else say("doctor.all_well")
    assert last in shown
