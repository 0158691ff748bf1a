"""The history in a real browser: charts, a set again as a moving skeleton, keys, other people."""

from __future__ import annotations

import pytest
from sqlalchemy import make_url

from coach.records.values import Owner
from coach.texts import say
from tests.e2e.conftest import running_app
from tests.e2e.test_browser import CLIPS, begin, metric, press, until, wait_for_frames
from tests.history.fill import fill

pytestmark = pytest.mark.e2e

CHARTS = "[data-testid=stVegaLiteChart] svg, [data-testid=stVegaLiteChart] canvas"
REPLAY = ".replay[data-drawn]"


@pytest.fixture(scope="module")
def history_url(tmp_path_factory: pytest.TempPathFactory):
    """An app with a year's training of one person, and some of another."""
    folder = tmp_path_factory.mktemp("history")
    address = f"sqlite:///{folder / 'records.db'}"
    fill(make_url(address), 300)
    fill(make_url(address), 3, Owner(profile="Ada"))
    with running_app(folder, COACH_DATABASE_URL=address) as url:
        yield url


@pytest.fixture
def page(history_url, open_page):
    page = open_page(history_url, None)
    page.get_by_role("link", name=say("app.history")).first.click(timeout=60_000)
    page.locator(CHARTS).first.wait_for(timeout=60_000)
    return page


def replay(page):
    """The replay, opened from the newest set of squats."""
    page.get_by_role("button", name="Squat").first.click()
    found = page.locator(REPLAY)
    found.wait_for(timeout=30_000)
    return found


def drawn(found) -> int:
    return int(found.get_attribute("data-drawn"))


def moment(found) -> float:
    return float(found.get_by_role("slider").get_attribute("aria-valuenow"))


def test_charts_are_drawn_and_a_filter_keeps_them(page):
    until(page, lambda: page.locator(CHARTS).count() >= 2)
    page.get_by_text(say("history.period_all"), exact=True).first.click()
    page.get_by_text("300", exact=True).wait_for(timeout=20_000)
    assert not page.get_by_test_id("stException").count()


def test_a_set_moves_again_and_obeys_keys(page):
    found = replay(page)
    before = drawn(found)
    until(page, lambda: drawn(found) > before + 3, "it plays by itself")
    strip = found.get_by_role("slider")
    strip.focus()
    page.keyboard.press("Home")
    page.keyboard.press("Space")
    page.wait_for_timeout(300)
    here = drawn(found)
    page.wait_for_timeout(300)
    assert drawn(found) == here, "a pause costs nothing"
    page.keyboard.press("Home")
    start = moment(found)
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    until(page, lambda: moment(found) == pytest.approx(start + 0.5, abs=0.11))
    page.keyboard.press("End")
    until(page, lambda: moment(found) == float(strip.get_attribute("aria-valuemax")))


def test_a_drag_turns_it_and_a_press_shows_it_from_the_front(page):
    found = replay(page)
    views = found.locator(".views button")
    assert views.nth(0).get_attribute("aria-pressed") == "true", "first as it was filmed"
    box = found.locator("canvas.figure").bounding_box()
    page.mouse.move(box["x"] + 100, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 180, box["y"] + 120, steps=5)
    page.mouse.up()
    until(page, lambda: views.nth(0).get_attribute("aria-pressed") == "false")
    views.nth(1).click()
    until(page, lambda: views.nth(1).get_attribute("aria-pressed") == "true")


def test_somebody_elses_link_is_not_found(page, history_url):
    page.goto(f"{history_url}/history?set=me-1")
    page.locator(REPLAY).wait_for(timeout=30_000)
    page.goto(f"{history_url}/history?set=Ada-1")
    page.get_by_text(say("records.not_found")).wait_for(timeout=30_000)
    assert not page.locator(REPLAY).count()


def test_a_link_to_a_set_is_the_first_that_a_fresh_server_sees(model, tmp_path_factory, open_page):
    folder = tmp_path_factory.mktemp("fresh")
    address = f"sqlite:///{folder / 'records.db'}"
    fill(make_url(address), 3)
    with running_app(folder, COACH_DATABASE_URL=address) as url:
        page = open_page(f"{url}/history?set=me-1", None)
        page.locator(REPLAY).wait_for(timeout=60_000)
        assert page.url.endswith("/history?set=me-1")


def test_a_set_done_before_the_camera_is_in_the_history_and_moves_again(
    app_url, open_page, camera_file
):
    clip = CLIPS / "squat_side_barbell_3.mp4"
    if not clip.is_file():
        pytest.skip("../shared/data/clips is not here")
    camera, length_s = camera_file(clip, 30.0)
    page = open_page(app_url, camera)
    page.get_by_text("Squat", exact=True).first.click(timeout=30_000)
    begin(page)
    wait_for_frames(page)
    page.wait_for_timeout(length_s * 1000 + 2000)
    reps = metric(page, say("live.reps"))
    press(page, say("live.stop"))
    page.get_by_test_id("stTable").first.wait_for(timeout=15_000)

    page.get_by_role("link", name=say("app.history")).first.click()
    newest = page.get_by_role("button", name=f"{reps} reps").first
    newest.wait_for(timeout=30_000)
    newest.click()
    found = page.locator(REPLAY)
    found.wait_for(timeout=30_000)
    before = drawn(found)
    until(page, lambda: drawn(found) > before + 3)
    assert metric(page, say("live.reps")) == reps
