"""Tasks that other processes can find: plain functions of a module."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from coach.commands.batches.workers import stopping


def double(number: int) -> int:
    if number < 0:
        raise ValueError(f"{number} is negative")
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def wait_to_be_stopped(marker: str) -> str:
    """Says that it began, and how it ended, in files."""
    Path(f"{marker}.began").touch()
    deadline = time.monotonic() + 60
    while not stopping():
        if time.monotonic() > deadline:
            return "forgotten"
        time.sleep(0.02)
    Path(f"{marker}.unwound").touch()
    raise KeyboardInterrupt
