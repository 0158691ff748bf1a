"""Where pictures are looked at: on a thread beside the frames' own, so that they need not wait."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from coach.live.detector_lease import DetectorFactory, DetectorLease
from coach.motion.pose import Pose

PATIENCE_S = 0.025
"""Seconds that a frame waits for what is seen in it: less than until the next one comes."""

Look = Callable[[DetectorLease], bool]
"""Looks at one picture with the lease's detector; whether that went well. Never raises."""


class Lookout:
    """One connection's looks, one at a time. The lock is the session's."""

    def __init__(self, make: DetectorFactory, lock: threading.Lock, patience_s: float) -> None:
        self._lease = DetectorLease(make, lock)
        self._patience_s = patience_s
        self._thread: ThreadPoolExecutor | None = None

    def ask(self, look: Look) -> bool | None:
        """What the look says of itself; None where it goes on, or another does and this one is left
        out. Called by one thread at a time."""
        if not self._lease.enter():
            return None
        thread = self._thread = self._thread or ThreadPoolExecutor(1, thread_name_prefix="looks")
        try:
            going: Future[bool] = thread.submit(self._go, look)
        except RuntimeError:  # the connection has ended between the two lines
            self._lease.leave()
            return None
        wait([going], self._patience_s)
        return going.result() if going.done() else None

    def carried(self, t: float) -> Pose | None:
        """The newest pose moved along to t seconds; None where nobody was seen yet."""
        return self._lease.carried(t)

    def end(self) -> None:
        """The connection has ended. Any number of times, from any thread; the detector and the
        thread go as soon as the look in progress is over."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.shutdown(wait=False)
        self._lease.end()

    def _go(self, look: Look) -> bool:
        try:
            return look(self._lease)
        finally:
            self._lease.leave()
