"""Keep a library's start-up chatter away from a terminal."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

# What MediaPipe 1.x writes when a network is made and first run; no setting of it takes effect.
_CHATTER = (
    b"Created TensorFlow Lite XNNPACK delegate",
    b"Logging before InitGoogle()",
    b"Feedback manager requires a model with a single signature",
    b"Using NORM_RECT without IMAGE_DIMENSIONS",
)


@contextmanager
def quiet_start(on: bool) -> Iterator[None]:
    """Hold the process's standard error stream back, then pass on every line but the chatter.

    It is the native code that writes, so the file descriptor itself is turned aside, for all
    threads: for a command line, not for a server.
    """
    if not on:
        yield
        return
    sys.stderr.flush()
    terminal = os.dup(2)
    try:
        with tempfile.TemporaryFile() as held:
            os.dup2(held.fileno(), 2)
            try:
                yield
            finally:
                sys.stderr.flush()
                os.dup2(terminal, 2)
                held.seek(0)
                for line in held:
                    if not any(words in line for words in _CHATTER):
                        os.write(terminal, line)
    finally:
        os.close(terminal)
