"""A clip for the measurement: nobody is in it, and it is over in half a second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def clip(write_clip: Callable[[tuple[int, int], int, int], Path]) -> Path:
    return write_clip((128, 72), 25, 20)
