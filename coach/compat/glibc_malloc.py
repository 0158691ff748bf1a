"""How the C library hands out memory: pictures come and go on many threads."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

# glibc's numbers of the settings, from its malloc.h.
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8

HEAPS = 2
LARGE = 1 << 22
"""Bytes from which on a buffer is given back to the system as soon as it is free. Smaller than a
picture of 1920 x 1080, larger than one of 1280 x 720: cameras' are made and freed thirty times a
second, and taking each from the system anew takes time (docs/performance.md)."""


def share_heaps() -> bool:
    """Let all threads allocate from a few heaps, and no picture tear a hole into them; whether the
    C library can.

    glibc gives nearly every thread a heap of its own, and what one session's threads set free is of
    no use to the next. And it keeps freed pictures between whatever came after them: without this
    the analysis of a large video grew with every frame (docs/performance.md).
    """
    mallopt = _of_glibc("mallopt")
    if mallopt is None:
        return False
    settings = ((_M_ARENA_MAX, HEAPS), (_M_MMAP_THRESHOLD, LARGE), (_M_TRIM_THRESHOLD, LARGE))
    taken = [bool(mallopt(name, value)) for name, value in settings]
    return all(taken)


def trim() -> None:
    """Give what the heaps hold free back to the system, where the C library can. Meanwhile other
    threads wait for memory (docs/performance.md)."""
    malloc_trim = _of_glibc("malloc_trim")
    if malloc_trim is not None:
        malloc_trim(0)


def _of_glibc(name: str) -> Any:
    """A function of the GNU C library; None with another one, such as musl."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
