"""One rising time for a set whose camera is stopped and started again."""

from __future__ import annotations

PAUSE_S = 2.0
"""Seconds put between two connections of one set: longer than any gap that the engine bridges, so
that it pauses, and not the real time, so that a rest does not count as time under the camera."""

BACK_S = 0.5
"""A frame this many seconds older than the one before it belongs to a new connection; less is a
frame out of order."""


class Timeline:
    """Places the times of frames, which begin near 0 at every START, on the set's own seconds."""

    def __init__(self) -> None:
        self._offset = 0.0
        self._raw: float | None = None
        self._placed = 0.0
        self._empty = True

    @property
    def now(self) -> float:
        """The set's time of the newest frame, in seconds; 0 before the first."""
        return self._placed

    def place(self, t: float) -> float:
        """The set's time of a frame at `t` seconds of its connection. Never falls; it repeats where
        frames are out of order."""
        if self._raw is None or t < self._raw - BACK_S:
            self._offset = -t if self._empty else self._placed + PAUSE_S - t
            self._raw = t
            self._empty = False
        self._raw = max(self._raw, t)
        self._placed = max(self._placed, t + self._offset)
        return self._placed

    def cut(self) -> None:
        """The connection has ended: the next frame begins a new stretch."""
        self._raw = None
