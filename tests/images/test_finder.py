"""Finding people in a few pictures at a time."""

from __future__ import annotations

import threading

import pytest

from coach.images.errors import UnknownImageError
from coach.images.finder import BusyError, Finder
from tests.images.figures import FakeStills, packed, quartered

PICTURE = packed(quartered(), "PNG")


class Slow(FakeStills):
    """Finds nobody until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.lock = threading.Lock()
        self.now = self.most = 0

    def find(self, rgb):
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        assert self.go.wait(20)
        with self.lock:
            self.now -= 1
        return ()


def counted(found):
    return len(found.people)


def test_a_model_is_loaded_once_and_when_it_is_needed():
    made = []

    def make(model):
        made.append(model)
        return FakeStills(people=2)

    finder = Finder(make, workers=2)
    assert made == []
    assert [finder.find(PICTURE, m).model for m in ("lite", "full", "lite")] == [
        "lite", "full", "lite"
    ]  # fmt: skip
    assert made == ["lite", "full"]
    assert finder.submit(PICTURE, "full", counted).result() == 2
    finder.close()


def test_a_bad_picture_is_told_to_its_sender_alone():
    finder = Finder(lambda _: FakeStills(), workers=1)
    bad = finder.submit(b"rubbish", "full", counted)
    assert finder.submit(PICTURE, "full", counted).result() == 1
    with pytest.raises(UnknownImageError):
        bad.result()
    finder.close()


@pytest.mark.parametrize(("somebody_trains", "at_a_time"), [(False, 3), (True, 2)])
def test_only_a_few_at_a_time(somebody_trains, at_a_time):
    slow = Slow()
    finder = Finder(lambda _: slow, workers=3, waiting=2, somebody_trains=lambda: somebody_trains)
    work = [finder.submit(PICTURE, "full", counted) for _ in range(5)]
    with pytest.raises(BusyError) as refusal:
        finder.submit(PICTURE, "full", counted)
    assert refusal.value.retry_s > 0
    slow.go.set()
    assert [one.result() for one in work] == [0] * 5
    assert slow.most <= at_a_time
    assert finder.submit(PICTURE, "full", counted).result() == 0, "there is room again"
    finder.close()
