"""Frames per second, as they came."""

from __future__ import annotations

from collections import deque

WINDOW_S = 2.0
"""Seconds over which frames are counted: long enough to be steady, short enough to be true."""


class FrameRate:
    """Counts frames over the last two seconds of the clock that it is told."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def count(self, now: float, frames: int = 1) -> None:
        """`frames` more came at `now` seconds."""
        self._seen.append((now, frames))
        self._forget(now)

    def per_second(self, now: float) -> float:
        """Frames a second up to `now`; 0 when there were fewer than two moments to compare."""
        self._forget(now)
        if len(self._seen) < 2:
            return 0.0
        first = self._seen[0][0]
        later = sum(frames for _, frames in self._seen) - self._seen[0][1]
        return later / max(now - first, 1e-3)

    def clear(self) -> None:
        """Begin anew, with a new connection."""
        self._seen.clear()

    def _forget(self, now: float) -> None:
        while self._seen and self._seen[0][0] < now - WINDOW_S:
            self._seen.popleft()
