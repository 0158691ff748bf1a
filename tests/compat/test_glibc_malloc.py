"""How memory is handed out, where the C library lets that be chosen."""

from __future__ import annotations

import platform
from types import SimpleNamespace

import pytest

from coach.compat import glibc_malloc


def test_heaps_are_shared_where_the_c_library_can():
    assert glibc_malloc.share_heaps() is (platform.libc_ver()[0] == "glibc")


@pytest.mark.parametrize(
    ("system", "library"),
    [("darwin", SimpleNamespace(mallopt=lambda *_: 1)), ("linux", SimpleNamespace())],
    ids=["no Linux", "a C library without the setting"],
)
def test_elsewhere_nothing_is_set(monkeypatch, system, library):
    monkeypatch.setattr(glibc_malloc.sys, "platform", system)
    monkeypatch.setattr(glibc_malloc.ctypes, "CDLL", lambda _: library)
    assert glibc_malloc.share_heaps() is False


def test_what_is_free_goes_back_to_the_system(monkeypatch):
    given = []
    library = SimpleNamespace(malloc_trim=given.append)
    monkeypatch.setattr(glibc_malloc.sys, "platform", "linux")
    monkeypatch.setattr(glibc_malloc.ctypes, "CDLL", lambda _: library)
    glibc_malloc.trim()
    assert given == [0], "all but what is needed"


@pytest.mark.parametrize("system", ["darwin", "linux"])
def test_where_the_c_library_cannot_nothing_goes_back(monkeypatch, system):
    monkeypatch.setattr(glibc_malloc.sys, "platform", system)
    monkeypatch.setattr(glibc_malloc.ctypes, "CDLL", lambda _: SimpleNamespace())
    glibc_malloc.trim()
