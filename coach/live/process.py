"""The fleet of this process, and what it knows of its detection: one for all pages and for the
figures beside them."""

from __future__ import annotations

import logging
import os

from coach.live.fleet import Fleet
from coach.texts import say
from coach.vision.self_test import SelfTest

LOGGER = logging.getLogger(__name__)

LIMIT = "COACH_MAX_SESSIONS"


def limit_of(text: str) -> int | None:
    """How many sessions are to be served, as it was set; None where it is to be measured, which it
    also is, with a word in the log, where the setting is no whole number from 1 on."""
    if not text.strip():
        return None
    try:
        limit = int(text)
    except ValueError:
        limit = 0
    if limit < 1:
        LOGGER.warning("%s", say("live.limit_wrong", name=LIMIT, value=text))
        return None
    return limit


def _is_right(model: str) -> bool:
    # Loading MediaPipe takes seconds, which no page should wait for.
    from coach.vision.reference_look import look_at_reference

    return look_at_reference(model).right


SELF_TEST = SelfTest(_is_right)
FLEET = Fleet(limit=limit_of(os.environ.get(LIMIT, "")))
