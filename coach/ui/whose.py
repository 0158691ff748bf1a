"""Whose records a page shows and keeps."""

from __future__ import annotations

from coach.records.values import Owner


def whose() -> Owner:
    """Who is before the camera or looks at the history: the account that is logged in, else the
    local profile that was chosen. Draws the choice at the top of the page."""
    return Owner()
