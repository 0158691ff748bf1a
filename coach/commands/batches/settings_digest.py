"""A short name for everything that decides a result beside the video, the same in every process."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum


def settings_digest(settings: object) -> str:
    """16 hexadecimal digits for a value made of dataclasses, enums, collections and numbers."""
    return hashlib.sha256(_spelled(settings).encode()).hexdigest()[:16]


def _spelled(value: object) -> str:
    """As `repr`, but sets and mappings, whose order differs from run to run, in order."""
    if isinstance(value, Enum):
        return str(value)
    if is_dataclass(value):
        parts = [f"{field.name}={_spelled(getattr(value, field.name))}" for field in fields(value)]
        return f"{type(value).__name__}({','.join(parts)})"
    if isinstance(value, Mapping):
        return f"{{{','.join(sorted(f'{_spelled(k)}:{_spelled(v)}' for k, v in value.items()))}}}"
    if isinstance(value, (set, frozenset)):
        return f"{{{','.join(sorted(map(_spelled, value)))}}}"
    if isinstance(value, (list, tuple)):
        return f"[{','.join(map(_spelled, value))}]"
    return repr(value)
