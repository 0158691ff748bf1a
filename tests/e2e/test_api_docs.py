"""The page to try the API, in a real browser against the running app."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from coach.texts import say
from exercises import registry

pytestmark = pytest.mark.e2e


@pytest.fixture
def page(app_url, open_page):
    page = open_page(app_url, None)
    page.goto(f"{app_url}/api")
    page.get_by_role("heading", name=say("docs.title")).wait_for(timeout=60_000)
    return page


def test_everything_can_be_tried_and_nothing_comes_from_elsewhere(page, app_url, tmp_path):
    elsewhere: list[str] = []
    errors: list[str] = []
    page.on("request", lambda r: elsewhere.append(r.url) if app_url not in r.url else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.reload()
    form = page.locator("main form").first
    Image.new("RGB", (320, 240)).save(tmp_path / "dark.png")
    form.locator("input[type=file]").set_input_files(tmp_path / "dark.png")
    form.get_by_role("button", name=say("docs.send")).click()
    form.locator(".status").wait_for(timeout=60_000)
    answer = json.loads(form.locator("pre").last.inner_text())
    assert answer["people"] == []
    assert answer["message"] == say("image.nobody")

    page.get_by_text(say("openapi.exercises")).click()
    form = page.locator("main details[open] form").last
    form.get_by_role("button", name=say("docs.send")).click()
    form.locator(".status").wait_for(timeout=60_000)
    answer = json.loads(form.locator("pre").last.inner_text())
    assert [exercise["key"] for exercise in answer["exercises"]] == list(registry())

    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, "it fits a phone"
    assert not [url for url in elsewhere if not url.startswith("blob:")]
    assert not errors


def test_what_is_not_there_is_no_page_of_the_app(page, app_url):
    answer = page.request.get(f"{app_url}/api/nothing")
    assert answer.status == 404
    assert answer.headers["content-type"] == "application/problem+json"
