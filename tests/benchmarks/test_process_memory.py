"""What the process takes of memory."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.process_memory import memory, peak_memory


def test_memory_follows_what_is_used() -> None:
    before = memory()
    if before is None:
        pytest.skip("this system does not tell")
    kept = np.ones(100_000_000, np.uint8)
    assert memory() - before > 60_000_000
    assert kept.size
    assert peak_memory() is None or peak_memory() > 100_000_000
