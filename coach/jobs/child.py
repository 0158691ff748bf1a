"""What a job's process does to itself before it becomes the analysis: run as a file, with a
niceness, a limit of memory in bytes (0: none), of one file's size in bytes, and the command.

Done here because between fork and exec of a process that has threads hardly anything is safe.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

KILL, PARENT_DIED = 9, 1


def restrain(nice: int, memory: int, file: int) -> None:
    """Be nice, small, and gone when the parent is; each as far as the system can do it."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (file, file))
        if memory:
            # Not the address space: TensorFlow Lite reserves far more of it than it ever uses.
            resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    with contextlib.suppress(AttributeError, OSError):
        os.nice(nice)
    # Where the kernel groups processes by session, niceness counts inside of a group only.
    with contextlib.suppress(OSError):
        Path("/proc/self/autogroup").write_text(str(min(nice, 19)), encoding="ascii")
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PARENT_DIED, KILL)


if __name__ == "__main__":
    restrain(*map(int, sys.argv[1:4]))
    os.execv(sys.argv[4], sys.argv[4:])
