"""A connection's detector: made for its first frame, used by one thread at a time, closed at its
end, also when the end comes in the middle of a frame."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from coach.arrays import Rgb
from coach.motion.look_schedule import Sighting
from coach.motion.poses.pose import Pose

LOGGER = logging.getLogger(__name__)


class ConnectionDetector(Protocol):
    """The pose detector, as a connection needs it (coach.vision.waiting.WaitingDetector)."""

    def look(self, rgb: Rgb, t: float, gap_s: float) -> Sighting:
        """The pose in rgb (h, w, 3) at t seconds, seen there or carried along; seen no sooner than
        gap_s seconds after the last time."""

    def carried(self, t: float) -> Pose | None:
        """The newest pose moved along to t seconds, also while `look` goes on elsewhere."""

    def welcome(self) -> None:
        """The person who is seen from now on is the one who trains; also while `look` goes on."""

    def close(self) -> None:
        """Give the model's memory back."""


DetectorFactory = Callable[[str], ConnectionDetector]
"""Makes the detector of a model (lite, full, heavy); it may take a quarter of a second."""


class DetectorLease:
    """Keeps the one detector. The lock is the session's, and is held for no longer than it takes to
    exchange a reference."""

    def __init__(self, make: DetectorFactory, lock: threading.Lock) -> None:
        self._make = make
        self._lock = lock
        self._detector: ConnectionDetector | None = None
        self._model = ""
        self._busy = False
        self._over = False

    def enter(self) -> bool:
        """Begin a frame. False while another is in flight: two threads on one detector fail."""
        with self._lock:
            if self._busy:
                return False
            self._busy, self._over = True, False
            return True

    def detector(self, model: str) -> ConnectionDetector:
        """The detector for this frame, between `enter` and `leave`. Raises what making raises."""
        if self._detector is None or self._model != model:
            old, self._detector = self._detector, None
            _close(old)
            self._detector = self._make(model)
            self._model = model
        return self._detector

    def carried(self, t: float) -> Pose | None:
        """What the detector last saw, moved along to t seconds; None without one."""
        detector = self._detector
        return None if detector is None else detector.carried(t)

    def welcome(self) -> None:
        """The person who is seen from now on is the one who trains. Under the lock."""
        if self._detector is not None:
            self._detector.welcome()

    def leave(self) -> None:
        """End a frame, and the detector with it if the connection has ended meanwhile."""
        with self._lock:
            self._busy = False
            old = self._detector if self._over else None
            if self._over:
                self._detector, self._over = None, False
        _close(old)

    def end(self) -> None:
        """The connection has ended. Any number of times, from any thread."""
        with self._lock:
            if self._busy:
                self._over = True
                return
            old, self._detector = self._detector, None
        _close(old)


def _close(detector: ConnectionDetector | None) -> None:
    if detector is None:
        return
    try:
        detector.close()
    except Exception:
        LOGGER.exception("A detector could not be closed")
