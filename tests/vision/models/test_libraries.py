"""What is said on a machine that lacks a native library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import cast

import pytest

from coach.vision.models import libraries
from coach.vision.models.libraries import LibraryError, check


def opencv(_: str) -> ModuleType:
    return cast(ModuleType, SimpleNamespace(line=print))


def emptied(_: str) -> ModuleType:
    return ModuleType("cv2")


def without_lib_gl(_: str) -> ModuleType:
    raise ImportError("libGL.so.1: cannot open shared object file: No such file or directory")


def lacks(name: str) -> Callable[[str], object]:
    def load(library: str) -> object:
        if library == name:
            raise OSError(f"{library}: cannot open shared object file")
        return object()

    return load


def test_this_machine_has_them() -> None:
    check()


@pytest.mark.parametrize(
    ("find", "why"),
    [
        pytest.param(without_lib_gl, r"libGL\.so\.1", id="a wheel for desktops was unpacked last"),
        pytest.param(emptied, "files are gone", id="the other wheel was uninstalled"),
    ],
)
def test_an_opencv_that_does_not_load_is_repaired_by_one_command(
    find: Callable[[str], ModuleType], why: str
) -> None:
    with pytest.raises(LibraryError, match=rf"{why}.*opencv-python-headless"):
        check("linux", find, lacks(""))


@pytest.mark.parametrize("library", libraries.SYSTEM_LIBRARIES)
def test_a_missing_system_library_is_named_with_the_packages(library: str) -> None:
    with pytest.raises(LibraryError, match=f"{library}.*libegl1 libgles2"):
        check("linux", opencv, lacks(library))


def test_other_systems_bring_their_own() -> None:
    check("darwin", opencv, lacks("libEGL.so.1"))


def test_the_packages_are_those_that_hosts_install() -> None:
    listed = (Path(__file__).parents[3] / "packages.txt").read_text(encoding="utf-8").split()
    assert listed == sorted(libraries.SYSTEM_LIBRARIES.values())
