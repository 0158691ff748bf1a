"""Which frames go back where a machine cannot send them all. Pure: time is an argument."""

from __future__ import annotations

EARLY = 0.1
"""Share of a gap by which a frame may come too early: cameras are not that even."""


class ShowPace:
    """Lets frames of one connection through so that they come evenly, never more in a second than
    asked for."""

    def __init__(self) -> None:
        self._last = self._due = float("-inf")

    def lets(self, t: float, gap_s: float) -> bool:
        """Whether the frame at t seconds goes back, frames being gap_s seconds apart on average.
        A frame that is asked for again goes back, and so does the first of a new connection, whose
        time begins anew."""
        if t < self._last:
            self._due = float("-inf")
        elif self._last < t < self._due - EARLY * gap_s:
            return False
        if t != self._last:
            # From when it was due, not from when it came: else 24 of 30 would become 15.
            self._due = (self._due if self._due > t - gap_s else t) + gap_s
        self._last = t
        return True
