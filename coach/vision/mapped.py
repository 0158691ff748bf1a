"""The pages of a model's file that landmarkers have read, of which they need none again.

Each landmarker maps the file, copies from it what it computes with, and keeps it mapped. The file
is in memory once, but its pages count for the process once for each landmarker (12 MB with the full
model): whoever reads the process's size is told of memory that nobody uses.
"""

from __future__ import annotations

import ctypes
import mmap
import sys
import threading
from pathlib import Path

NAME = "pose-model"
"""Of the files in memory that hold models."""

changing = threading.Lock()
"""To be held by whoever makes or closes a landmarker: what is mapped then changes, and a place that
was read from the list of mappings may be anything by the time it is given back."""

_MAPS = Path("/proc/self/maps")


def give_back() -> None:
    """Take the pages of all models from the process's account; what is read again comes back from
    the file. To be called with `changing` held. Linux alone; elsewhere it does nothing."""
    if sys.platform != "linux" or not _MAPS.exists():
        return
    madvise = ctypes.CDLL(None).madvise
    madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    for line in _MAPS.read_text(encoding="utf-8", errors="replace").splitlines():
        where, rights, *_, file = line.split(maxsplit=5)
        # Pages of a mapping that may be written to are not in the file, and would be lost.
        if file.startswith(f"/memfd:{NAME} ") and "w" not in rights:
            start, end = (int(address, 16) for address in where.split("-"))
            madvise(start, end - start, mmap.MADV_DONTNEED)
