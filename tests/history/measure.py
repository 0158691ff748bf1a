"""How long the history page takes with many sets, in headless Chromium on this machine.

    python -m tests.history.measure 10000 [sqlite:////tmp/filled_before.db]

prints seconds, of several tries the middle one and the worst: from the address or a click until
the charts are drawn, from a filter's click until the page stands still, from a set's click until
its figure moves.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright
from sqlalchemy import make_url

from coach.texts import say
from tests.e2e.conftest import CHROMIUM, running_app
from tests.history.fill import fill

TRIES = 5
CHARTS = """() => document.querySelectorAll(
    "[data-testid=stVegaLiteChart] svg, [data-testid=stVegaLiteChart] canvas").length >= 2"""
# Seconds from the click to the last change of the page, once nothing has changed for 0.7 seconds.
SETTLED = """() => new Promise((done) => {
  let last = performance.now();
  const seen = new MutationObserver(() => { last = performance.now(); });
  seen.observe(document.querySelector("[data-testid=stMain]"),
      { subtree: true, childList: true, attributes: true, characterData: true });
  const timer = setInterval(() => {
    if (performance.now() - last < 700) return;
    clearInterval(timer); seen.disconnect(); done((last - window.clicked) / 1000);
  }, 20);
})"""
MOVING = """() => new Promise((done) => {
  const look = () => {
    for (const each of document.querySelectorAll("*")) {
      const found = each.shadowRoot && each.shadowRoot.querySelector(".replay");
      if (found && Number(found.dataset.drawn) >= 2) {
        done((performance.now() - window.clicked) / 1000); return;
      }
    }
    requestAnimationFrame(look);
  };
  look();
})"""
NOTE_CLICK = """addEventListener("click", () => { window.clicked = performance.now(); }, true)"""


def measure(page: Page, url: str) -> dict[str, list[float]]:
    """Each kind of wait and its tries, in seconds."""
    found: dict[str, list[float]] = {}
    page.add_init_script(NOTE_CLICK)
    page.goto(url)
    history = page.get_by_role("link", name=say("app.history")).first
    history.wait_for(timeout=60_000)
    page.wait_for_timeout(3000)
    found["first visit of all"] = [_until(page, history.click)]
    found["page, by its address"] = [
        _until(page, lambda: page.goto(f"{url}/history")) for _ in range(TRIES)
    ]
    guide = page.get_by_role("link", name=say("app.guide")).first
    found["page, from another page"] = []
    for _ in range(TRIES):
        guide.click()
        page.wait_for_timeout(1500)
        found["page, from another page"].append(_until(page, history.click))
        page.wait_for_timeout(1500)
    for period in ("year", "all", "quarter", "month"):
        found[f"filter, {say(f'history.period_{period}')}"] = _filter(page, f"period_{period}")
    for name in ("Squat", say("history.every")):
        found[f"filter, {name}"] = [_settled(page, name)]
    found["replay"] = []
    for place in range(TRIES):
        page.locator("a[href*='set=']").nth(place).click()
        found["replay"].append(page.evaluate(MOVING))
        page.wait_for_timeout(500)
        page.get_by_role("link", name=say("history.back")).first.click()
        page.wait_for_function(CHARTS)
        page.wait_for_timeout(1000)
    return found


def _until(page: Page, act: Callable[[], Any]) -> float:
    start = time.perf_counter()
    act()
    page.wait_for_function(CHARTS, polling=20, timeout=60_000)
    return time.perf_counter() - start


def _filter(page: Page, key: str) -> list[float]:
    return [_settled(page, say(f"history.{key}"))]


def _settled(page: Page, name: str) -> float:
    page.get_by_text(name, exact=True).first.click()
    return float(page.evaluate(SETTLED))


def main(count: int, address: str) -> None:
    """Fill a database, unless one is named, and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        if not address:
            address = f"sqlite:///{folder}/records.db"
            fill(make_url(address), count)
        with (
            running_app(Path(folder), COACH_DATABASE_URL=address) as url,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            figures = measure(browser.new_page(viewport={"width": 1280, "height": 1000}), url)
            browser.close()
    for what, seconds in figures.items():
        middle = statistics.median(seconds)
        print(f"{what:26}{middle:6.2f}{max(seconds):8.2f}")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
