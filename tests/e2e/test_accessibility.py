"""What axe-core finds on each page, in light and dark, and where the keyboard is."""

from __future__ import annotations

import re

import pytest

from coach.texts import say
from tests.e2e.test_browser import begin, component, press, until, wait_for_frames

pytestmark = pytest.mark.e2e

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""axe-core's rules by WCAG's versions and levels."""


@pytest.fixture
def check():
    """(page, name of what it shows) -> what axe-core finds in it and in each of its frames."""
    module = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    axe = module.Axe()

    def run(page, name: str) -> list[str]:
        page.wait_for_timeout(1500)
        return [
            f"{name}: {rule['id']} {node['html'][:160]} {node['failureSummary']}"
            for frame in page.frames
            for rule in axe.run(frame, options={"runOnly": RULES}).response["violations"]
            for node in rule["nodes"]
        ]

    return run


FOCUSED = """() => {
  let element = document.activeElement;
  if (element.contentDocument) element = element.contentDocument.activeElement;
  return element === element.ownerDocument.body ? "" : element.textContent.trim();
}"""


def focused(page) -> str:
    """What is written on the element that has the keyboard's focus; nothing where none has."""
    return page.evaluate(FOCUSED)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(app_url, open_page, camera_file, drawn_squats, check, scheme):
    camera, length_s = camera_file(drawn_squats, 30.0)
    page = open_page("about:blank", camera)
    page.emulate_media(color_scheme=scheme)
    page.goto(app_url)
    component(page).get_by_role("button", name=say("live.start")).wait_for(timeout=30_000)
    found = check(page, "before START")
    begin(page)
    wait_for_frames(page)
    page.wait_for_timeout(length_s * 1000)
    found += check(page, "while it runs")
    assert focused(page) == say("live.stop")
    press(page, say("live.stop"))
    until(page, lambda: focused(page) == say("live.start"))
    page.get_by_text(say("set.title")).wait_for(timeout=10_000)
    found += check(page, "after STOP")
    for path in ("history", "analysis", "guide", "doctor"):
        page.goto(f"{app_url}/{path}")
        page.get_by_test_id("stMainBlockContainer").locator("h1, h2, h3, p").first.wait_for()
        page.wait_for_timeout(2000)
        found += check(page, path)
        if path == "history":
            page.get_by_role("button", name=re.compile("Squat")).first.click()
            page.get_by_role("button", name=say("history.back")).wait_for(timeout=15_000)
            until(page, lambda: say("history.back") in focused(page))
            found += check(page, "a set")
    assert found == []
