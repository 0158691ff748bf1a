"""What a person is promised: deleted is gone, taken is all of it, brought in is there, and each
profile sees its own. By the clicks that a person makes; the database is read afterwards."""

from __future__ import annotations

import json
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import make_url, text

from coach.records.storage.database import Database
from coach.records.values import Owner
from coach.texts import say
from tests.e2e.conftest import running_app
from tests.history.fill import fill

pytestmark = pytest.mark.e2e

REPLAY = ".replay[data-drawn]"
WAIT_MS = 30_000


class Kept:
    """The database behind an app, read beside it."""

    def __init__(self, address: str) -> None:
        self._address = address

    def ids(self) -> set[str]:
        with self._reading() as session:
            return set(session.execute(text("SELECT id FROM sets")).scalars())

    @contextmanager
    def _reading(self):
        database = Database(lambda: make_url(self._address))
        with closing(database), database.reading() as session:
            yield session


@pytest.fixture
def kept(tmp_path):
    address = f"sqlite:///{tmp_path / 'records.db'}"
    fill(make_url(address), 4)
    fill(make_url(address), 2, Owner(profile="Ada"))
    return Kept(address)


@pytest.fixture
def url(kept, tmp_path):
    with running_app(tmp_path, COACH_DATABASE_URL=kept._address) as url:
        yield url


@pytest.fixture
def page(url, open_page):
    page = open_page(url, None)
    page.get_by_role("link", name=say("app.history")).first.click(timeout=60_000)
    page.get_by_text(say("history.period_all"), exact=True).first.click(timeout=60_000)
    listed(page)
    return page


def listed(page):
    entries(page).first.wait_for(timeout=WAIT_MS)


def all_sets(page):
    page.get_by_text(say("history.period_all"), exact=True).first.wait_for(timeout=WAIT_MS)
    assert not page.locator(REPLAY).count()


def entries(page):
    return page.locator("[class*=st-key-open-] button")


def id_of(entry) -> str:
    names = entry.locator("xpath=ancestor::div[contains(@class, 'st-key-open-')]").first
    (found,) = (
        name.removeprefix("st-key-open-")
        for name in (names.get_attribute("class") or "").split()
        if name.startswith("st-key-open-")
    )
    return found


def open_first(page) -> str:
    entry = entries(page).first
    entry.wait_for(timeout=WAIT_MS)
    set_id = id_of(entry)
    entry.click()
    page.locator(REPLAY).wait_for(timeout=WAIT_MS)
    return set_id


def open_yours(page):
    page.get_by_text(say("history.yours")).click()
    # It comes late, and moves what is below it away from under the mouse.
    page.get_by_test_id("stFileUploaderDropzone").wait_for(timeout=WAIT_MS)


def press(page, label):
    page.get_by_role("button", name=label, exact=False).locator("visible=true").last.click()


def test_a_deleted_set_is_gone_and_the_others_are_not(page, kept):
    before = kept.ids()
    set_id = open_first(page)
    press(page, say("history.delete"))
    press(page, say("history.delete_sure"))
    page.get_by_text(say("history.deleted_one")).wait_for(timeout=WAIT_MS)
    listed(page)
    assert kept.ids() == before - {set_id}
    assert "set=" not in page.url


def test_everything_deleted_is_gone_and_another_profiles_is_not(page, kept):
    open_yours(page)
    press(page, say("history.delete_all"))
    page.get_by_text(say("history.delete_understood")).click()
    sure = page.get_by_role("dialog").get_by_role("button", name=say("history.delete_sure"))
    sure.and_(page.locator(":enabled")).click(timeout=WAIT_MS)
    page.get_by_text(say("history.deleted_all", count=4)).wait_for(timeout=WAIT_MS)
    assert kept.ids() == {"Ada-0", "Ada-1"}


def test_the_address_names_the_set_for_a_reload_a_link_and_the_way_back(page, url):
    set_id = open_first(page)
    assert page.url == f"{url}/history?set={set_id}"
    page.reload()
    page.locator(REPLAY).wait_for(timeout=60_000)
    page.go_back()
    all_sets(page)
    assert "set=" not in page.url
    page.go_forward()
    page.locator(REPLAY).wait_for(timeout=WAIT_MS)
    press(page, say("history.back"))
    all_sets(page)
    assert "set=" not in page.url


def test_what_is_taken_away_can_be_brought_in_again(page, kept, tmp_path):
    before = kept.ids()
    open_yours(page)
    with page.expect_download() as download:
        press(page, say("history.take_all"))
    file = tmp_path / "training.json"
    download.value.save_as(file)
    assert len(json.loads(file.read_text())["sets"]) == 4
    open_first(page)
    press(page, say("history.delete"))
    press(page, say("history.delete_sure"))
    page.get_by_text(say("history.deleted_one")).wait_for(timeout=WAIT_MS)
    listed(page)
    open_yours(page)
    page.locator("input[type=file]").set_input_files(file)
    page.wait_for_timeout(1500)
    press(page, say("history.import_now"))
    page.get_by_text(say("history.imported", count=1)).wait_for(timeout=WAIT_MS)
    assert len(kept.ids()) == len(before)


def test_another_profile_sees_its_own(page, kept):
    page.locator(".st-key-whose").get_by_test_id("stPopoverButton").click()
    page.get_by_role("combobox").last.click()
    page.get_by_role("option", name="Ada").click()
    page.keyboard.press("Escape")
    page.wait_for_timeout(3000)
    shown = {id_of(entry) for entry in entries(page).all()}
    assert shown == {"Ada-0", "Ada-1"}
    set_id = open_first(page)
    press(page, say("history.delete"))
    press(page, say("history.delete_sure"))
    page.get_by_text(say("history.deleted_one")).wait_for(timeout=WAIT_MS)
    assert set_id not in kept.ids()
    assert len(kept.ids()) == 5
