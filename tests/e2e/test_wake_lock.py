"""The screen is kept on from START to the end, and no longer."""

from __future__ import annotations

import pytest

from coach.texts import say
from tests.e2e.test_browser import begin, component, press, wait_for_frames

pytestmark = pytest.mark.e2e

COUNTED = """
window.locks = { asked: [], held: 0 };
const request = async (kind) => {
  locks.asked.push(kind);
  locks.held += 1;
  const lock = new EventTarget();
  lock.released = false;
  lock.release = async () => { if (!lock.released) { lock.released = true; locks.held -= 1; } };
  locks.newest = lock;
  return lock;
};
Object.defineProperty(navigator, "wakeLock", { value: { request } });"""
HIDE = """(state) => {
  Object.defineProperty(document, "visibilityState", { configurable: true, value: state });
  if (state === "hidden") locks.newest.release();  // as a browser does
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def held(page, count: int) -> None:
    page.wait_for_function("(count) => locks.held === count", arg=count, timeout=10_000)


def asked(page) -> list[str]:
    return page.evaluate("locks.asked")


def test_the_screen_is_kept_on_from_start_to_stop(app_url, open_page):
    page = open_page("about:blank", "fake")
    page.add_init_script(COUNTED)
    page.goto(app_url)
    start = component(page).get_by_role("button", name=say("live.start"), exact=True)
    start.wait_for(timeout=30_000)
    assert asked(page) == [], "nothing before START"

    begin(page)
    wait_for_frames(page)
    held(page, 1)
    page.get_by_text(say("live.privacy"), exact=True).click()
    page.wait_for_timeout(1500)
    assert asked(page) == ["screen"], "once, whatever else the page does"

    page.evaluate(HIDE, "hidden")
    held(page, 0)
    page.evaluate(HIDE, "visible")
    held(page, 1)
    assert asked(page) == ["screen"] * 2

    press(page, say("live.stop"))
    held(page, 0)
    page.evaluate(HIDE, "visible")
    page.wait_for_timeout(500)
    assert asked(page) == ["screen"] * 2

    begin(page)
    held(page, 1)
    page.get_by_role("link", name=say("app.guide")).click()
    page.get_by_text(say("guide.title")).wait_for(timeout=10_000)
    held(page, 0)


@pytest.mark.parametrize(
    "wake_lock",
    ["undefined", "{ request: async () => { throw new DOMException('no', 'NotAllowedError'); } }"],
    ids=["a browser that has none", "one that refuses it"],
)
def test_without_one_nothing_is_said(app_url, open_page, wake_lock):
    page = open_page("about:blank", "fake")
    page.add_init_script(f"Object.defineProperty(navigator, 'wakeLock', {{ value: {wake_lock} }});")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(app_url)
    begin(page)
    wait_for_frames(page)
    page.wait_for_timeout(1000)
    assert errors == []
