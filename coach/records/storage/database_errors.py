"""What a database's error means for a person."""

from __future__ import annotations

import errno

import psycopg
from sqlalchemy.exc import DBAPIError

# Python 3.10 gives no error codes with SQLite's errors; its messages have not changed in years.
_SQLITE = {
    "database is locked": "locked",
    "database table is locked": "locked",
    "database or disk is full": "full",
    "readonly database": "read_only",
    "unable to open database file": "closed",
    "disk I/O error": "closed",
    "disk image is malformed": "damaged",
    "file is not a database": "damaged",
    "malformed database schema": "damaged",
}

_POSTGRESQL = {
    "55P03": "locked",
    "40P01": "locked",
    "40001": "locked",
    "57014": "locked",
    "53100": "full",
    "25006": "read_only",
    "42501": "read_only",
    "XX001": "damaged",
    "XX002": "damaged",
}

_AWAY = ("08", "28", "3D", "57")
"""Classes of states: no connection, not let in, no such database, shut down."""

_SYSTEM = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
}


def trouble(error: Exception) -> str:
    """The kind of an error, as its sentence in coach/texts is named: locked, full, read_only,
    closed, damaged, unreachable or, where it is none of these, failed."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, OSError):
        return _SYSTEM.get(cause.errno or 0, "closed")
    if isinstance(cause, psycopg.Error):
        # A server that does not answer gives no state.
        state = cause.sqlstate or "08"
        return _POSTGRESQL.get(state, "unreachable" if state[:2] in _AWAY else "failed")
    words = str(cause)
    return next((kind for part, kind in _SQLITE.items() if part in words), "failed")
