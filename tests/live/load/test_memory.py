"""What is loaded is set aside from garbage collection; what comes later is not."""

from __future__ import annotations

import gc
import sys

import pytest

from coach.live.load import memory


@pytest.fixture
def thawed():
    """Garbage collection as it was before, whatever a test sets aside."""
    memory.settle.cache_clear()
    gc.unfreeze()
    turn_s = sys.getswitchinterval()
    yield
    memory.settle.cache_clear()
    gc.unfreeze()
    sys.setswitchinterval(turn_s)


def test_what_is_loaded_is_set_aside_once(thawed):
    memory.settle()
    aside = gc.get_freeze_count()
    assert aside > 10_000
    assert sys.getswitchinterval() == pytest.approx(memory.TURN_S)
    keep = [[] for _ in range(1000)]
    memory.settle()
    assert gc.get_freeze_count() <= aside, "a later session's objects can still be collected"
    assert len(keep) == 1000
