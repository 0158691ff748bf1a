"""Threads that let others go first."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from coach.runtime.low_priority import NICE, at_low_priority


def niceness(done: list[int]) -> None:
    done.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))


@pytest.mark.skipif(sys.platform != "linux", reason="threads have a niceness of their own on Linux")
def test_threads_that_are_started_are_humble_and_nobody_else_is():
    def start() -> list[int]:
        found: list[int] = []
        thread = threading.Thread(target=niceness, args=(found,))
        thread.start()
        thread.join()
        return found

    before = start()
    assert at_low_priority(start) == [before[0] + NICE]
    assert start() == before


def test_what_goes_wrong_is_told():
    nothing: dict[str, str] = {}
    with pytest.raises(KeyError):
        at_low_priority(lambda: nothing["nothing"])
