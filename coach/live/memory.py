"""Keeps garbage collection from stalling the video."""

from __future__ import annotations

import gc
from functools import cache


@cache
def settle() -> None:
    """Set what is loaded by now aside from garbage collection; once in a process, after imports.

    Streamlit collects all garbage after every run of a page or a part of one, twice a second while
    the camera runs, and no frame is worked on meanwhile. Going through all that Streamlit and
    MediaPipe load took it 85 ms each time, a sixth of a core; with that aside it takes 15.
    """
    gc.collect()
    gc.freeze()
