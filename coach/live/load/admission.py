"""Who is served and who waits, when more come than the machine can serve. Pure: time is an
argument."""

from __future__ import annotations

from collections.abc import Hashable, Set
from dataclasses import dataclass, field
from math import floor

CLAIM_S = 60.0
"""Seconds for which a seat is kept for somebody whose picture has not come yet: time to press START
and to allow the camera."""
PRESENT_S = 15.0
"""Seconds after which somebody in the queue who has not asked again is gone: a page that waits asks
every two."""

HEADROOM = 0.85
"""Share of the processor that sessions may take; the rest is for pages and peaks."""
GUESS = 0.4
"""Cores that one session takes, before any was measured: decoding, looking ten times a second,
drawing, encoding at 640 x 360."""


def seats(cores: float, cost: float) -> int:
    """How many sessions the machine can serve; cost: cores that one takes at the least. One always
    can be."""
    return max(1, floor(cores * HEADROOM / max(cost, 0.01)))


@dataclass
class AdmissionQueue:
    """Lets people in as long as there are seats, in the order in which they came. Who has
    a seat keeps it while their picture comes. For use under a lock."""

    _claims: dict[Hashable, float] = field(default_factory=dict)
    _queue: dict[Hashable, float] = field(default_factory=dict)

    def ask(self, who: Hashable, now: float, seated: Set[Hashable], limit: int) -> int:
        """The place of `who` in the queue: 1 is next, 0 is in. seated: all whose pictures come."""
        self._forget_late(now)
        if who in seated:
            self._claims.pop(who, None)
            self._queue.pop(who, None)
            return 0
        taken = set(seated) | (set(self._claims) - {who})
        place = self._place(who)
        if place <= limit - len(taken):
            self._queue.pop(who, None)
            self._claims.setdefault(who, now)
            return 0
        self._claims.pop(who, None)
        self._queue[who] = now
        return place

    def waiting(self, now: float) -> int:
        """How many wait."""
        self._forget_late(now)
        return len(self._queue)

    def keep(self, present: Set[Hashable]) -> None:
        """All others are gone, and their claims and places with them."""
        self._claims = {who: at for who, at in self._claims.items() if who in present}
        self._queue = {who: at for who, at in self._queue.items() if who in present}

    def _place(self, who: Hashable) -> int:
        if who in self._claims:
            return 1
        queue = list(self._queue)
        return (queue.index(who) if who in self._queue else len(queue)) + 1

    def _forget_late(self, now: float) -> None:
        self._claims = {k: at for k, at in self._claims.items() if now - at < CLAIM_S}
        self._queue = {k: at for k, at in self._queue.items() if now - at < PRESENT_S}
