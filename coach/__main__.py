"""`python -m coach`: the one place where the command line meets the exercises."""

from __future__ import annotations

import signal
import sys

from coach.cli import main
from coach.vision.heaps import share_heaps
from exercises import registry

if __name__ == "__main__":
    # Before any thread starts: hundreds of megabytes of a long video's analysis otherwise stay
    # scattered over the heaps of its threads.
    share_heaps()
    # A polite kill unwinds like any exception, so that no half-written file stays behind.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    sys.exit(main(registry()))
