"""For how long a connection's camera has shown nobody, while nobody was ever seen by it."""

from __future__ import annotations

PATIENCE_S = 20.0
"""Seconds before the page says why that can be: longer than it takes to walk back from the keyboard
and to stand."""


class Absence:
    """For use under the session's lock; `now` is its clock, in seconds."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._seen = False

    def look(self, now: float, *, person: bool) -> None:
        """The network looked at a picture, and saw a person in it or not."""
        if self._since is None:
            self._since = now
        self._seen = self._seen or person

    def is_long(self, now: float) -> bool:
        """Whether nobody was seen from the first look on, for longer than a person needs."""
        return self._since is not None and not self._seen and now - self._since >= PATIENCE_S

    def forget(self) -> None:
        """The connection has ended."""
        self._since, self._seen = None, False
