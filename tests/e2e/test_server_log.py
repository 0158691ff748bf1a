"""What a server's log says while somebody trains: what the coach does, and no library's chatter."""

from __future__ import annotations

import re

import pytest

from coach.texts import say
from tests.e2e.conftest import running_app
from tests.e2e.test_browser import begin, component, press, wait_for_frames

pytestmark = pytest.mark.e2e

OURS = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} INFO coach\.[\w.]+: .+")
BANNER = re.compile(r"\s*(You can now view .*|(Local |Network |External )?URL: .*)?")
"""What Streamlit greets with."""


def test_the_log_says_what_the_coach_does_and_nothing_else(model, tmp_path, open_page):
    with running_app(tmp_path, COACH_DATA=str(tmp_path)) as url:
        page = open_page(url, "fake")
        for _ in range(2):
            begin(page)
            wait_for_frames(page)
            press(page, say("live.stop"))
            component(page).get_by_role("button", name=say("live.start"), exact=True).wait_for()
    lines = (tmp_path / "log.txt").read_text().splitlines()
    assert [line for line in lines if not OURS.fullmatch(line) and not BANNER.fullmatch(line)] == []
    said = "\n".join(lines)
    for text in ("log.begun", "log.ended"):
        assert say(text) in said
    assert said.count(say("log.session_begun", exercise="squat")) == 2
