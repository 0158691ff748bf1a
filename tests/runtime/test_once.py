"""A process has some things once, however many threads ask."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from coach.runtime.once import once


def test_threads_that_ask_at_once_get_the_same():
    together = threading.Barrier(8)

    @once
    def thing() -> object:
        threading.Event().wait(0.05)
        return object()

    def ask(_: int) -> object:
        together.wait()
        return thing()

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(ask, range(8)))) == 1


def test_what_could_not_be_made_is_tried_again():
    answers = iter([OSError("full"), "made"])

    @once
    def thing() -> str:
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return str(answer)

    with pytest.raises(OSError, match="full"):
        thing()
    assert thing() == "made"
    assert thing() == "made"
