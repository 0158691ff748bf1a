"""The server's log: what the coach does, from INFO on, and what fails anywhere."""

from __future__ import annotations

import logging
import sys

from coach.compat.native_stderr import part_stderr

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_OURS = "coach"


def set_up_log() -> None:
    """Write our own lines to standard error, and keep native libraries' chatter out of it; once the
    server has set up its own log. Other libraries go on as they were set up: Python shows their
    warnings and errors alone. May be called again."""
    part_stderr()
    logger = logging.getLogger(_OURS)
    if any(isinstance(handler, logging.StreamHandler) for handler in logger.handlers):
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(_FORMAT))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
