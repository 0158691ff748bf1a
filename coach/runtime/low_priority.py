"""Threads that let others go first: a look may come later, the video must not."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

Made = TypeVar("Made")

NICE = 5
"""Niceness of such threads: next to any other they get a third of its time (Linux, sched(7))."""


def at_low_priority(make: Callable[[], Made]) -> Made:
    """What `make` gives; the threads that it starts have it for as long as they live. Where the
    system knows no niceness of single threads, they are as all others. Raises what `make` raises.
    """
    # A thread cannot take its own niceness back without a privilege: this one ends with it.
    with ThreadPoolExecutor(1, "low-priority", initializer=_step_back) as thread:
        return thread.submit(make).result()


def _step_back() -> None:
    if sys.platform == "linux":
        with suppress(OSError):
            thread = threading.get_native_id()
            now = os.getpriority(os.PRIO_PROCESS, thread)
            os.setpriority(os.PRIO_PROCESS, thread, now + NICE)
