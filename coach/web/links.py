"""Links that open a file to anybody who has them, for a while: for players, which send no key."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from coach.jobs.replica import new_name

LINK_S = 900.0
"""Seconds for which a link opens its file."""


@dataclass(frozen=True)
class Link:
    """One link that opens a file."""

    token: str
    """Unguessable."""
    job_id: str
    kind: str
    """Which file."""
    until: float
    """When it ends, in the clock's seconds."""


class Links:
    """The links of a process. clock: seconds that only rise."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._by_token: dict[str, Link] = {}

    def make(self, job_id: str, kind: str) -> tuple[str, int]:
        """A token for a file, and for how many seconds it holds. The same one as before while that
        has half of its time left, so that a player may go on with it."""
        now = self._clock()
        with self._lock:
            self._by_token = {t: link for t, link in self._by_token.items() if link.until > now}
            for link in self._by_token.values():
                known = (link.job_id, link.kind) == (job_id, kind)
                if known and link.until - now > LINK_S / 2:
                    return link.token, int(link.until - now)
            token = new_name()
            self._by_token[token] = Link(token, job_id, kind, now + LINK_S)
            return token, int(LINK_S)

    def find(self, token: str) -> tuple[str, str] | None:
        """Which job's file of which kind a token opens; None where it does not, or no longer."""
        with self._lock:
            link = self._by_token.get(token)
        return None if link is None or link.until <= self._clock() else (link.job_id, link.kind)
