"""What can go wrong with records, each as one sentence for a person."""

from __future__ import annotations

from coach.errors import CoachError


class RecordsError(CoachError):
    """The message is one sentence for a person that says what to do."""


class NotFoundError(RecordsError):
    """There is no such set, or it is somebody else's: the two are not told apart."""


class UnavailableError(RecordsError):
    """The database cannot be used now: it is locked, full, read-only or from a newer version."""


class ImportRefusedError(RecordsError):
    """A file that holds no records; nothing was changed."""
