"""Whose analyses are counted together."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.runtime.context import StreamlitHeaders

from coach.ui import analysis_job
from coach.web.visitors import Visitors

LOCAL, LAN = "http://localhost:8501/analysis", "http://192.168.0.2:8501/analysis"
PUBLIC = "https://coach.example.com/analysis"
TAB = "this tab"
FOR = "X-Forwarded-For"


@pytest.mark.parametrize(
    ("url", "address", "headers", "trusted", "owner"),
    [
        pytest.param(LOCAL, None, [], "", "127.0.0.1", id="the server's own machine"),
        pytest.param(LAN, "192.168.0.7", [], "", "192.168.0.7", id="the same network"),
        pytest.param(PUBLIC, "8.8.8.8", [], "", "8.8.8.8", id="the internet"),
        pytest.param(
            PUBLIC, "8.8.8.8", [(FOR, "8.8.8.8")], "127.0.0.1", "8.8.8.8", id="a trusted proxy"
        ),
        pytest.param(PUBLIC, "8.8.8.8", [(FOR, "8.8.8.8")], "", TAB, id="one that is not trusted"),
        pytest.param(PUBLIC, None, [], "127.0.0.1", TAB, id="one that does not say for whom"),
        pytest.param(PUBLIC, "10.0.0.5", [], "", TAB, id="nor on another machine"),
        pytest.param(None, None, [], "", TAB, id="nothing is known"),
    ],
)
def test_a_visitors_tabs_are_one_where_the_visitor_is_known(
    monkeypatch, url, address, headers, trusted, owner
):
    context = SimpleNamespace(url=url, ip_address=address, headers=StreamlitHeaders(headers))
    stage = SimpleNamespace(context=context, session_state={analysis_job._OWNER: TAB})
    monkeypatch.setattr(analysis_job, "st", stage)
    assert analysis_job.job_owner(Visitors(trusted)) == owner
