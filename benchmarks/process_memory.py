"""How much memory this process takes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PAGES = Path("/proc/self/statm")


def memory() -> int | None:
    """Bytes of memory in use now (resident); the most so far where a system tells only that, and
    None where it tells nothing."""
    try:
        pages = int(_PAGES.read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return peak_memory()
    return pages * os.sysconf("SC_PAGE_SIZE")


def peak_memory() -> int | None:
    """The most bytes of memory that were in use so far, None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
