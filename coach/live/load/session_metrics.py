"""How one session fares, counted as its frames go by."""

from __future__ import annotations

from collections import deque

from coach.live.load.fleet import Load
from coach.live.load.frame_rate import FrameRate

RECENT = 30
"""Looks that are remembered. The quickest is taken for what a look costs: the others waited for a
turn, which all of them together tell of."""

SILENT_S = 5.0
"""Seconds without a frame after which a session is no load any more."""


class SessionMetrics:
    """For use under the session's lock; `now` is its clock, in seconds."""

    def __init__(self) -> None:
        self._received = FrameRate()
        self._answered = FrameRate()
        self._returned = FrameRate()
        self._shown = FrameRate()
        self._looks = FrameRate()
        self._look_s: deque[float] = deque(maxlen=RECENT)
        self._begun: float | None = None
        self._newest = 0.0

    def receive(self, now: float, frames: int) -> bool:
        """So many frames came. Whether they are a connection's first."""
        first = self._begun is None
        if self._begun is None:
            self._begun = now
        self._newest = now
        self._received.count(now, frames)
        return first

    def look(self, now: float, seconds: float) -> None:
        """The network looked, for so long."""
        self._looks.count(now)
        self._look_s.append(seconds)

    def answer(self, now: float, *, shown: bool, late: bool) -> None:
        """A frame went back; shown: with a pose; late: not with what was seen in it, because the
        network was still looking."""
        self._returned.count(now)
        if not late:
            self._answered.count(now)
        if shown:
            self._shown.count(now)

    def received_fps(self, now: float) -> float:
        """Frames a second from the camera."""
        return self._received.per_second(now)

    def shown_fps(self, now: float) -> float:
        """Frames a second that went back with what was seen in them."""
        return self._shown.per_second(now)

    def load(self, now: float) -> Load | None:
        """All of it as one value; None while no frames come."""
        if self._begun is None or now - self._newest > SILENT_S:
            return None
        return Load(
            age_s=now - self._begun,
            received=self._received.per_second(now),
            answered=self._answered.per_second(now),
            returned=self._returned.per_second(now),
            looks=self._looks.per_second(now),
            look_s=min(self._look_s, default=0.0),
            waited_s=sum(self._look_s) / max(1, len(self._look_s)),
        )

    def clear(self) -> None:
        """The connection has ended."""
        rates = (self._received, self._answered, self._returned, self._shown, self._looks)
        for rate in rates:
            rate.clear()
        self._look_s.clear()
        self._begun = None
