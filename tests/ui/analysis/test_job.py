"""Whose analyses are counted together."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from coach.ui.analysis import job as analysis_job
from coach.web.protection.visitors import Visitor

TAB = "this tab"


@pytest.mark.parametrize(
    ("who", "near", "owner"),
    [
        pytest.param(Visitor("127.0.0.1"), True, "127.0.0.1", id="in the server's network"),
        pytest.param(Visitor("8.8.8.8", public=True), False, "8.8.8.8", id="the internet"),
        pytest.param(Visitor("10.0.0.5"), False, TAB, id="a proxy that does not say for whom"),
        pytest.param(Visitor("127.0.0.1", sure=False), False, TAB, id="one that is not trusted"),
    ],
)
def test_a_visitors_tabs_are_one_where_the_visitor_is_known(monkeypatch, who, near, owner):
    monkeypatch.setattr(analysis_job, "visitor", lambda: who)
    monkeypatch.setattr(analysis_job, "is_of_this_network", lambda: near)
    stage = SimpleNamespace(session_state={analysis_job._OWNER: TAB})
    monkeypatch.setattr(analysis_job, "st", stage)
    assert analysis_job.job_owner() == owner
