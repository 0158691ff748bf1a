"""Keeps Python from stalling the video, and sessions from hoarding memory."""

from __future__ import annotations

import gc
import sys
from functools import cache

from coach.compat.glibc_malloc import share_heaps

TURN_S = 0.002
"""Seconds that a thread keeps Python to itself while others want it, less than half of what is
usual: the event loop, through which every packet goes, lets go often and waits for its turn."""


@cache
def settle() -> None:
    """Set what is loaded by now aside from garbage collection, take short turns, and keep heaps
    few; once in a process, after imports.

    No frame is worked on while Python goes through everything for garbage. With all that Streamlit
    and MediaPipe load that takes as long as several frames (docs/performance.md).
    """
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(TURN_S)
    share_heaps()
