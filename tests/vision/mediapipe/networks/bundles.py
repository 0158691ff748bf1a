"""What is inside a model's bundle."""

from __future__ import annotations

import io
import zipfile


def member(bundle: bytes, name: str) -> bytes:
    """A network in a `.task` bundle."""
    with zipfile.ZipFile(io.BytesIO(bundle)) as members:
        return members.read(name)
