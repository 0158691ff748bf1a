"""Renews the lock: which version of each package is installed, and the digests of its files.

    python requirements/lock.py            renews requirements.txt and requirements-dev.txt
    python requirements/lock.py --compare  says what renewing would change, and changes nothing

app.in and dev.in say which packages are wanted, from which version to which, and why. Renewing
takes the newest versions that they allow, the same for the app and for its tests, and refuses a
lock that one of the supported Pythons could not install. Run it where requirements-dev.txt is
installed.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parent.parent
RANGES = ROOT / "requirements"
APP, DEV = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
MADE_FROM = {APP: ("app.in",), DEV: ("app.in", "dev.in")}
"""Each lock, and the files of ranges that it answers."""

PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
_GLIBC = ("1", "2010", "2014", *(f"_2_{minor}" for minor in range(5, 29)))
PLATFORMS = {
    "x86_64-manylinux_2_28": [f"manylinux{glibc}_x86_64" for glibc in _GLIBC],
    "aarch64-apple-darwin": ["macosx_14_0_arm64"],
    "x86_64-pc-windows-msvc": ["win_amd64"],
}
"""uv's names of the systems for which there must be wheels, and pip's for the same wheels."""


class LockError(Exception):
    """There is no such lock; the message says why."""


@dataclass(frozen=True)
class Entry:
    """One package of a lock. requirement: name, version and marker, or a wheel's path; digests: of
    each file that may be installed for it, as "sha256:...", sorted."""

    requirement: str
    digests: tuple[str, ...]

    @property
    def name(self) -> str:
        """The package's name, or the path of its wheel."""
        return re.split(r"==| ", self.requirement, maxsplit=1)[0]

    @property
    def version(self) -> str:
        """Its version; empty for the path of a wheel."""
        found = re.search(r"==([^ ;]+)", self.requirement)
        return found[1] if found else ""


def wanted(*files: str) -> list[str]:
    """The requirements in files of ranges, without the comments that say why."""
    lines = [line for name in files for line in (RANGES / name).read_text("utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


def mark(lock: Path) -> str:
    """The comment by which a lock says which ranges it was made from."""
    ranges = "\n".join(wanted(*MADE_FROM[lock]))
    return f"# Ranges: sha256:{hashlib.sha256(ranges.encode()).hexdigest()}"


def entries(lock: str) -> Iterator[Entry]:
    """The packages of a lock, given its text."""
    lines = [line for line in lock.splitlines() if not line.lstrip().startswith("#")]
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        if line.strip():
            requirement, *digests = line.split("--hash=")
            yield Entry(requirement.strip(), tuple(sorted(digest.strip() for digest in digests)))


def changes(old: Iterable[Entry], new: Iterable[Entry]) -> list[str]:
    """What differs between two locks, a line for each package."""
    before, after = set(old), set(new)
    said = []
    for name in sorted({entry.name for entry in before ^ after}):
        gone = {entry.version for entry in before if entry.name == name}
        come = {entry.version for entry in after if entry.name == name}
        if gone == come:
            said.append(f"{name} {', '.join(sorted(come))}: other files, or for other systems")
        else:
            old_ones, new_ones = sorted(gone - come), sorted(come - gone)
            said.append(f"{name} {', '.join(old_ones) or '-'} -> {', '.join(new_ones) or '-'}")
    return said


def resolve(folder: Path) -> tuple[str, str]:
    """The newest lock of the app and of the tests that the ranges allow, made in a folder. Raises
    LockError where the ranges cannot be met or no registry answers."""
    app, dev = folder / APP.name, folder / DEV.name
    common = ["pip", "compile", "--universal", "--python-version", PYTHONS[0], "--generate-hashes"]
    common += ["--only-binary", ":all:", "--no-header", "--annotation-style", "line"]
    _uv(*common, "--output-file", dev, RANGES.relative_to(ROOT) / "dev.in")
    shutil.copy(dev, app)  # uv keeps the versions that it finds: the app's are those of its tests
    _uv(*common, "--output-file", app, RANGES.relative_to(ROOT) / "app.in")
    return app.read_text("utf-8"), dev.read_text("utf-8")


def check(lock: Path) -> None:
    """Raises LockError where pip would refuse it on one of the Pythons and systems: for want of a
    wheel, or because a package excludes that Python, which uv does not look at."""
    with ThreadPoolExecutor(5) as threads:
        found = threads.map(lambda where: _refused(lock, *where), product(PYTHONS, PLATFORMS))
        refused = [f"Python {python}, {platform}: {why}" for python, platform, why in found if why]
    if refused:
        raise LockError("\n".join(refused))


def _refused(lock: Path, python: str, platform: str) -> tuple[str, str, str]:
    """The Python, the system, and what pip says against it, if anything."""
    # pip can be told of another system's wheels, but not of its markers: uv reads those.
    pins = _uv(
        *("pip", "compile", "--no-deps", "--no-header", "--no-annotate"),
        *("--python-version", python, "--python-platform", platform, lock),
    )
    tags = [word for tag in PLATFORMS[platform] for word in ("--platform", tag)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pins.txt"
        file.write_text("".join(f"{line}\n" for line in pins.splitlines() if "==" in line), "utf-8")
        # The newest pip: 23.2, which comes with Python 3.11, asks packages for this Python.
        command = ["tool", "run", "--python", sys.executable, "pip", "install", "--dry-run"]
        command += ["--no-deps", "--ignore-installed", "--only-binary", ":all:", *tags]
        command += ["--python-version", python, "--target", folder, "--requirement", str(file)]
        try:
            _uv(*command)
        except LockError as error:
            return python, platform, str(error)
    return python, platform, ""


def _uv(*arguments: str | Path) -> str:
    """What uv prints, run in the root of the repository. Raises LockError."""
    command = [sys.executable, "-m", "uv", "--no-config", "--quiet", *map(str, arguments)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise LockError(_errors(ended.stderr))
    return ended.stdout


def _errors(stderr: str) -> str:
    lines = [line for line in stderr.splitlines() if line.strip()]
    return "\n".join([line for line in lines if line.startswith("ERROR")] or lines)


def _headed(lock: Path, text: str) -> str:
    ranges = RANGES.relative_to(ROOT) / MADE_FROM[lock][-1]
    return (
        "# The versions that were tried, with the digests of their files. Not to be edited: what\n"
        f"# is wanted, and why, stands in {ranges.as_posix()}; this file is made from it by\n"
        "#   python requirements/lock.py\n"
        f"{mark(lock)}\n"
        f"{text}"
    )


def main() -> int:
    """Renew, or say what that would change; 0 unless renewing failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--compare", action="store_true", help="change nothing")
    compare = parser.parse_args().compare
    with tempfile.TemporaryDirectory() as folder:
        try:
            app, dev = resolve(Path(folder))
            if not compare:
                check(Path(folder) / DEV.name)
        except LockError as error:
            print(f"No newer lock can be made:\n{error}", file=sys.stderr)
            return 0 if compare else 1
    old = DEV.read_text("utf-8") if DEV.exists() else ""
    said = changes(entries(old), entries(dev))
    print("Renewing the lock would change:" if compare else "Changed:")
    print("\n".join(f"  {line}" for line in said) or "  nothing")
    if not compare:
        APP.write_text(_headed(APP, app), "utf-8", newline="\n")
        DEV.write_text(_headed(DEV, dev), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
