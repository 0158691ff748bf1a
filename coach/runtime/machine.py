"""What this process may use of the machine, and what it uses."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_QUOTA = Path("/sys/fs/cgroup/cpu.max")
_PAGES = Path("/proc/self/statm")


def cores(quota: Path = _QUOTA) -> float:
    """Processor cores that this process may use: a container's share, where it has one."""
    if hasattr(os, "sched_getaffinity"):
        here = float(len(os.sched_getaffinity(0)))
    else:
        here = float(os.cpu_count() or 1)
    try:
        allowed, period = quota.read_text(encoding="ascii").split()
        return min(here, int(allowed) / int(period))
    except (OSError, ValueError, ZeroDivisionError):
        return here  # no container, or one without a limit, which writes "max"


def whole_cores() -> int:
    """How many processes or threads can compute at once: at least one."""
    return max(1, int(cores()))


def memory() -> int | None:
    """Bytes of memory in use now (resident); the most so far where a system tells only that, and
    None where it tells nothing."""
    try:
        pages = int(_PAGES.read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return _most()
    return pages * os.sysconf("SC_PAGE_SIZE")


def _most() -> int | None:
    try:
        import resource
    except ImportError:
        return None
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
