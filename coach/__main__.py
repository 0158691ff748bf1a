"""`python -m coach`: the one place where the command line meets the exercises."""

from __future__ import annotations

import signal
import sys

from coach.cli import main
from coach.compat.glibc_malloc import share_heaps
from coach.compat.native_stderr import part_stderr
from coach.vision.mediapipe.closing import close_all
from exercises import registry

if __name__ == "__main__":
    # Before any thread starts: hundreds of megabytes of a long video's analysis otherwise stay
    # scattered over the heaps of its threads.
    share_heaps()
    part_stderr()
    # A polite kill unwinds like any exception, so that no half-written file stays behind.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    try:
        status = main(registry())
    finally:
        close_all()
    sys.exit(status)
