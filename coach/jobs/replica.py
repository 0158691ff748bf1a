"""Which of several servers behind one address this is.

What a server is asked to keep for a while, as a job, it keeps to itself, and names by its own mark:
so another one can tell what it never had from what is gone.
"""

from __future__ import annotations

import re
import secrets

MARK = secrets.token_hex(4)
"""This process's; another one after each start."""

_NAME = re.compile(r"([0-9a-f]{8})-[0-9a-f]{32}")


def new_name(mark: str = MARK) -> str:
    """An unguessable name (128 bits) for something that this server keeps."""
    return f"{mark}-{secrets.token_hex(16)}"


def is_elsewhere(name: str, mark: str = MARK) -> bool:
    """Whether another server gave this name, or this one before it was started anew."""
    named = _NAME.fullmatch(name)
    return named is not None and named[1] != mark
