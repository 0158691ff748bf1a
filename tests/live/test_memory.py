"""What is loaded is set aside from garbage collection; what comes later is not."""

from __future__ import annotations

import gc
import platform
import sys
from types import SimpleNamespace

import pytest

from coach.live import memory


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


def test_heaps_are_shared_where_the_c_library_can():
    assert memory.share_heaps() is (platform.libc_ver()[0] == "glibc")


@pytest.mark.parametrize(
    ("system", "library"),
    [("darwin", SimpleNamespace(mallopt=lambda *_: 1)), ("linux", SimpleNamespace())],
    ids=["no Linux", "a C library without the setting"],
)
def test_elsewhere_nothing_is_set(monkeypatch, system, library):
    monkeypatch.setattr(memory.sys, "platform", system)
    monkeypatch.setattr(memory.ctypes, "CDLL", lambda _: library)
    assert memory.share_heaps() is False
