"""A video in a real browser: dropped, analysed, played, and jumped through."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.texts import say
from tests.e2e.test_browser import until

pytestmark = pytest.mark.e2e

CLIP = Path(__file__).parents[3] / "shared" / "data" / "clips" / "squat_front_fast_2.mp4"


@pytest.fixture
def page(app_url, open_page):
    page = open_page(app_url, None)
    page.get_by_role("link", name=say("app.analysis")).click(timeout=60_000)
    page.get_by_text(say("analysis.intro")).wait_for(timeout=30_000)
    return page


def drop(page, path: Path) -> None:
    page.locator("input[type=file]").set_input_files(path)


def shown_at(page) -> float:
    return float(page.locator(".player video").evaluate("video => video.currentTime"))


def test_a_video_is_analysed_and_a_click_jumps_to_a_rep(page):
    if not CLIP.is_file():
        pytest.skip("../shared/data/clips is not here")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    drop(page, CLIP)
    page.get_by_role("button", name=say("analysis.begin"), exact=True).click(timeout=30_000)
    page.get_by_role("button", name=say("analysis.cancel"), exact=True).wait_for(timeout=30_000)
    # Its address leads back to it, as for somebody who closed the tab.
    page.wait_for_url("**/analysis?job=*")
    page.goto(page.url)
    rows = page.locator(".player .row.rep")
    rows.first.wait_for(timeout=240_000)
    until(page, lambda: rows.count() == 2)

    starts = [float(row.get_attribute("data-at")) for row in rows.all()]
    page.wait_for_function("document.querySelector('[data-testid=stBidiComponentIsolated]')")
    rows.nth(1).click()
    until(
        page,
        lambda: starts[1] <= shown_at(page) <= starts[1] + 4,
        "it plays from the start of the rep",
    )
    until(page, lambda: rows.nth(1).get_attribute("aria-current") == "true")

    chart = page.locator(".player svg.chart").first
    box = chart.bounding_box()
    chart.click(position={"x": 45, "y": box["height"] / 2})
    until(
        page,
        lambda: shown_at(page) < starts[1],
        "a click at the left of the curve goes to the beginning",
    )
    at = shown_at(page)
    page.wait_for_timeout(500)
    assert shown_at(page) == at, "and stands still there"

    with page.expect_download(timeout=30_000) as download:
        page.get_by_role("button", name=say("analysis.download_gif"), exact=True).click()
    assert Path(download.value.path()).read_bytes()[:4] == b"GIF8"
    assert errors == []


def test_what_is_no_video_is_one_sentence(page, tmp_path):
    lie = tmp_path / "holiday.mp4"
    lie.write_bytes(b"dear diary " * 1000)
    drop(page, lie)
    alert = page.get_by_test_id("stAlert")
    alert.wait_for(timeout=60_000)
    assert "holiday.mp4" in alert.inner_text()
    assert not page.get_by_role("button", name=say("analysis.begin"), exact=True).count()
