"""What this process may use of the machine."""

from __future__ import annotations

import os
from pathlib import Path

_QUOTA = Path("/sys/fs/cgroup/cpu.max")


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
