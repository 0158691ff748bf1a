"""Whether the installed packages are the ones that this release was tried with: those of the lock,
requirements.txt."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement

from coach.doctor.finding import Finding, fine, note, wrong

LOCK = Path(__file__).parents[2] / "requirements.txt"
SHOWN = 6
"""Packages that are named at most; a line is read at a glance."""


def check_versions(
    lock: Path = LOCK, installed: Callable[[str], str] = version
) -> Iterator[Finding]:
    """Python, and every package of the lock that is meant for it. installed: gives a package's
    version, or raises PackageNotFoundError."""
    yield fine("python", "python_is", version=platform.python_version())
    try:
        lines = lock.read_text(encoding="utf-8").splitlines()
    except OSError:
        yield note("versions", "no_lock", file=lock)
        return
    tried = dict(_pins(lines))
    if not tried:
        yield note("versions", "no_lock", file=lock)
        return
    missing: list[str] = []
    other: list[str] = []
    for name, pinned in tried.items():
        try:
            found = installed(name)
        except PackageNotFoundError:
            missing.append(name)
            continue
        if found != pinned:
            other.append(f"{name} {found} ({pinned})")
    if missing:
        yield wrong("versions", "packages_missing", names=_shortened(missing))
    if other:
        yield note("versions", "packages_other", names=_shortened(other))
    if not missing and not other:
        yield fine("versions", "packages_as_tried", count=len(tried))


def _pins(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Name and version of each package that a lock names for this machine."""
    for line in lines:
        text = line.split("--hash")[0].split("#")[0].rstrip("\\ ")
        if line.startswith((" ", "#", "-", ".")) or not text:
            continue
        try:
            requirement = Requirement(text)
        except InvalidRequirement:
            continue
        if requirement.marker is not None and not requirement.marker.evaluate():
            continue
        for one in requirement.specifier:
            if one.operator == "==":
                yield requirement.name, one.version


def _shortened(names: list[str]) -> str:
    rest = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" … +{rest}" if rest > 0 else "")
