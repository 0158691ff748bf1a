"""What all sessions of the process did since it began: counts that only rise, also when the
sessions that made them are gone."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

BOUNDS = (0.005, 0.01, 0.02, 0.03, 0.04, 0.06, 0.08, 0.12, 0.2, 0.5, 1.0)
"""Seconds between which durations are counted: a picture at 30 a second has 0.033."""


@dataclass(frozen=True)
class Spread:
    """How long something took."""

    counts: tuple[int, ...] = (0,) * (len(BOUNDS) + 1)
    """How often it took up to each of BOUNDS, and longer (one more than there are bounds)."""
    seconds: float = 0.0
    """All of it together."""

    @property
    def count(self) -> int:
        """How often in all."""
        return sum(self.counts)

    def add(self, seconds: float) -> Spread:
        """The same, and once more."""
        counts = list(self.counts)
        counts[bisect_left(BOUNDS, seconds)] += 1
        return Spread(tuple(counts), self.seconds + seconds)


@dataclass(frozen=True)
class Totals:
    """Counts since the process began."""

    received: int = 0
    """Frames from cameras."""
    dropped: int = 0
    """Those of them that were not worked on, because a newer one was there or to save time."""
    late: int = 0
    """Those that went back with a pose carried along, because the network was still looking."""
    begun: int = 0
    """Sessions that sent a first frame."""
    errors: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """By the key of what failed."""
    frames: Spread = Spread()
    """How long a frame took on its way."""
    looks: Spread = Spread()
    """How long the network looked."""


class Counters:
    """Counts from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._received = self._dropped = self._late = self._begun = 0
        self._errors: Counter[str] = Counter()
        self._frames = self._looks = Spread()

    def begin(self) -> None:
        """A session sent its first frame."""
        with self._lock:
            self._begun += 1

    def frame(self, received: int, seconds: float) -> None:
        """One frame was worked on, for so long, of so many that came since the one before."""
        with self._lock:
            self._received += received
            self._dropped += received - 1
            self._frames = self._frames.add(seconds)

    def skip(self, received: int) -> None:
        """So many frames were left out to save time."""
        with self._lock:
            self._received += received
            self._dropped += received

    def late(self, received: int) -> None:
        """One frame went back before it was looked at; received as in `frame`, or 0."""
        with self._lock:
            self._received += received
            self._dropped += max(0, received - 1)
            self._late += 1

    def look(self, seconds: float) -> None:
        """The network looked at a picture for so long."""
        with self._lock:
            self._looks = self._looks.add(seconds)

    def error(self, key: str) -> None:
        """Something failed."""
        with self._lock:
            self._errors[key] += 1

    def totals(self) -> Totals:
        """Everything so far."""
        with self._lock:
            return Totals(
                self._received,
                self._dropped,
                self._late,
                self._begun,
                MappingProxyType(dict(self._errors)),
                self._frames,
                self._looks,
            )
