"""Something that a process has once, made when it is first asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Made = TypeVar("Made")


def once(make: Callable[[], Made]) -> Callable[[], Made]:
    """`make`, called once, whichever threads ask first; all of them get what it gave. Raises what
    it raises, and is called again then.

    Unlike functools.cache, which calls twice when two threads ask at the same moment.
    """
    made: list[Made] = []
    lock = threading.Lock()

    @wraps(make)
    def the_one() -> Made:
        with lock:
            if not made:
                made.append(make())
            return made[0]

    return the_one
