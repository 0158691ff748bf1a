"""The fleet of this process, and what it knows of its detection: one for all pages and for the
figures beside them."""

from __future__ import annotations

from coach.live.load.fleet import Fleet
from coach.settings import MAX_SESSIONS
from coach.vision.self_test import SelfTest


def _is_right(model: str) -> bool:
    # Loading MediaPipe takes seconds, which no page should wait for.
    from coach.vision.reference_look import look_at_reference

    return look_at_reference(model).right


SELF_TEST = SelfTest(_is_right)
FLEET = Fleet(limit=MAX_SESSIONS.read())
