"""Close MediaPipe's landmarkers that nobody closed: never while garbage is collected, and before
the process ends.

MediaPipe closes one by handing the work to a thread pool, whose lock is the process's. Garbage is
collected in the middle of anything, also by a thread that holds that lock: closed there, it waits
for itself, and every network of the process with it. And once the interpreter ends, the pool takes
no work any more: what is still open then complains from its own __del__. So the command line and
the server call `close_all` as the last thing that they do.
"""

from __future__ import annotations

import weakref
from queue import Empty, SimpleQueue
from typing import Protocol


class Closes(Protocol):
    """MediaPipe's landmarker."""

    def close(self) -> None:
        """Free the network."""


_open: set[Closes] = set()
# The one queue that may be written to in the middle of anything.
_abandoned: SimpleQueue[Closes] = SimpleQueue()


def register(owner: object, landmarker: Closes) -> None:
    """Keep `landmarker` until it is closed by `close`; when its `owner` is gone without having done
    so, it is closed with the next that is registered."""
    close_abandoned()
    _open.add(landmarker)
    weakref.finalize(owner, _abandoned.put, landmarker).atexit = False


def close(landmarker: Closes) -> None:
    """Close what is registered. May be called again, and from any thread."""
    try:
        _open.remove(landmarker)
    except KeyError:
        return
    landmarker.close()


def close_abandoned() -> None:
    """Close all whose owners are gone. Not to be called from a finalizer."""
    while True:
        try:
            landmarker = _abandoned.get_nowait()
        except Empty:
            return
        close(landmarker)


def close_all() -> None:
    """Close everything that is still open, at the end of a process."""
    for landmarker in tuple(_open):
        close(landmarker)
