"""Detection on the drawn person, model by model."""

from __future__ import annotations

import pytest

from coach.doctor.detection import check_detection
from coach.doctor.finding import Grade
from coach.vision.models import libraries, model_store
from coach.vision.models.libraries import LibraryError
from coach.vision.reference import Comparison


def test_here_it_works(full_model):
    assert full_model
    found = list(check_detection())
    assert {each.grade for each in found} == {Grade.FINE}, found


@pytest.mark.parametrize(
    ("seen", "word"),
    [
        (Comparison(0, float("inf")), "sees nobody"),
        (Comparison(1, 0.3), "wrong place"),
        (Comparison(2, 0.0), "wrong place"),
    ],
)
def test_what_is_not_seen_right_is_wrong(seen, word, full_model):
    found = list(check_detection(lambda model: seen))
    assert full_model
    assert {each.grade for each in found} == {Grade.WRONG}
    assert all(word in each.sentence and "pip install" in each.sentence for each in found)


def test_what_fails_is_told_and_the_other_models_are_tried(full_model):
    def fail(model):
        raise RuntimeError("no delegate")

    found = list(check_detection(fail))
    assert full_model
    assert all("no delegate" in each.sentence for each in found)
    assert len(found) == sum(stored.present for stored in model_store.stored())


def test_without_a_model_nothing_is_tried(monkeypatch):
    monkeypatch.setattr(model_store, "stored", lambda: ())
    (found,) = check_detection(lambda _: pytest.fail("tried"))
    assert found.grade is Grade.NOTE


def test_a_missing_library_is_named(monkeypatch):
    def fail():
        raise LibraryError("libEGL.so.1 is missing")

    monkeypatch.setattr(libraries, "check", fail)
    (found,) = check_detection(lambda _: pytest.fail("tried"))
    assert (found.grade, found.sentence) == (Grade.WRONG, "libEGL.so.1 is missing")
