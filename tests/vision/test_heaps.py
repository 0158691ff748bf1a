"""How memory is handed out, where the C library lets that be chosen."""

from __future__ import annotations

import platform
from types import SimpleNamespace

import pytest

from coach.vision import heaps


def test_heaps_are_shared_where_the_c_library_can():
    assert heaps.share_heaps() is (platform.libc_ver()[0] == "glibc")


@pytest.mark.parametrize(
    ("system", "library"),
    [("darwin", SimpleNamespace(mallopt=lambda *_: 1)), ("linux", SimpleNamespace())],
    ids=["no Linux", "a C library without the setting"],
)
def test_elsewhere_nothing_is_set(monkeypatch, system, library):
    monkeypatch.setattr(heaps.sys, "platform", system)
    monkeypatch.setattr(heaps.ctypes, "CDLL", lambda _: library)
    assert heaps.share_heaps() is False


def test_what_is_free_goes_back_to_the_system(monkeypatch):
    given = []
    library = SimpleNamespace(malloc_trim=given.append)
    monkeypatch.setattr(heaps.sys, "platform", "linux")
    monkeypatch.setattr(heaps.ctypes, "CDLL", lambda _: library)
    heaps.trim()
    assert given == [0], "all but what is needed"


@pytest.mark.parametrize("system", ["darwin", "linux"])
def test_where_the_c_library_cannot_nothing_goes_back(monkeypatch, system):
    monkeypatch.setattr(heaps.sys, "platform", system)
    monkeypatch.setattr(heaps.ctypes, "CDLL", lambda _: SimpleNamespace())
    heaps.trim()
