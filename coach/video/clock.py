"""Seconds from a file's own time stamps, which may be missing, repeated or go back."""

from __future__ import annotations

SMALLEST_STEP_S = 0.001


class PresentationClock:
    """Strictly rising seconds that start at 0.

    usual_step: seconds between frames where the file does not say, or has said the same from the
    first one on. Frames need not be evenly spaced: a stamp that rises is believed as it is.
    """

    def __init__(self, usual_step: float) -> None:
        self._usual_step = usual_step
        self._origin = 0.0
        self._first: float | None = None
        self._told = False
        self._last: float | None = None

    @property
    def told(self) -> bool:
        """Whether the file's stamps have told any frames apart."""
        return self._told

    def begin(self, origin: float) -> None:
        """Count from this stamp of the file (seconds), though the first frame to come is later."""
        self._origin = origin
        self._told = True
        self._last = 0.0

    def seconds(self, stamp: float | None) -> float:
        """The time of the next frame; `stamp` is the file's, in seconds, or None."""
        if self._last is None:
            self._first = stamp
            self._origin = stamp or 0.0
            self._last = 0.0
            return 0.0
        self._told = self._told or (stamp is not None and stamp != self._first)
        if stamp is None or not self._told:
            t = self._last + self._usual_step
        else:
            t = stamp - self._origin
            if t < self._last - self._usual_step:
                # Joined recordings start again at 0: go on from here at the same pace.
                t = self._last + self._usual_step
                self._origin = stamp - t
        # MediaPipe counts whole milliseconds, and two frames may not share one.
        self._last = max(t, self._last + SMALLEST_STEP_S)
        return self._last
