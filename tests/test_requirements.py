"""What is imported is required, within bounds and for a reason, and the lock answers it."""

from __future__ import annotations

import ast
import hashlib
import re
import sys
import zipfile
from email import message_from_bytes
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from requirements import opencv_stand_in
from requirements.lock import (
    APP,
    DEV,
    MADE_FROM,
    PYTHONS,
    RANGES,
    ROOT,
    Entry,
    changes,
    entries,
    mark,
    wanted,
)
from tests.conftest import LIBRARIES, TESTS

OURS = {
    "benchmarks",
    "coach",
    "exercises",
    "pages",
    "coach_app",
    "tests",
    "conftest",
    "requirements",
}
IMPORTED_AS = {
    "fpdf2": "fpdf",
    "opencv-python-headless": "cv2",
    "pillow": "PIL",
    "pillow-heif": "pillow_heif",
    "prometheus-client": "prometheus_client",
    "protobuf": "google",
    "python-multipart": "python_multipart",
    "streamlit-webrtc": "streamlit_webrtc",
}
UNSEEN = "uvloop"
"""Taken by uvicorn wherever it is installed."""
BOUNDED = re.compile(r"[A-Za-z0-9_.-]+(\[[a-z,]+\])?>=[0-9.]+,<[0-9.]+(; .+)?$")
STAND_IN = f"./requirements/{opencv_stand_in.FILE.name}"
HERE = re.compile(r"https?:|file:|localhost|--(extra-)?index-url|--find-links|-[if] ")
"""An address of the machine on which a lock was made."""
PART_OF_PYDANTIC = "pydantic_core"
"""Each pydantic names the one version that it takes."""


def locked(lock: Path) -> list[Entry]:
    return list(entries(lock.read_text(encoding="utf-8")))


def imported_as(requirement: str) -> str:
    name = re.split(r"[\[<>=]", requirement)[0]
    return IMPORTED_AS.get(name, name)


def required(*files: str) -> set[str]:
    return {imported_as(line) for line in wanted(*files) if line != STAND_IN}


def libraries(*folders: str) -> set[str]:
    """The packages of other people that the Python files of some folders import, at any depth."""
    found: set[str] = set()
    for path in [path for folder in folders for path in ROOT.glob(folder)]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
    return found - set(sys.stdlib_module_names) - OURS


@pytest.mark.parametrize("file", ["app.in", "dev.in"])
def test_a_range_has_both_bounds_and_a_reason(file: str) -> None:
    lines = (RANGES / file).read_text(encoding="utf-8").splitlines()
    ranges = [(above, line) for above, line in pairwise(lines) if line in wanted(file)]
    assert ranges, "the file names requirements"
    for above, line in ranges:
        assert above.startswith("# "), f"{file}: no comment above {line} says why it is there."
        assert line == STAND_IN or BOUNDED.match(line), f"{file}: {line} lacks a bound."


def test_the_app_imports_what_it_requires() -> None:
    code = libraries("coach/**/*.py", "exercises/**/*.py", "pages/**/*.py", "coach_app.py")
    assert code - {PART_OF_PYDANTIC} == required("app.in") - {UNSEEN}


def test_the_tests_import_what_is_required() -> None:
    code = libraries("tests/**/*.py", "benchmarks/*.py", "docs/*.py", "requirements/*.py")
    assert code <= required("app.in", "dev.in")


@pytest.mark.parametrize("lock", MADE_FROM, ids=lambda lock: lock.name)
class TestALock:
    def test_was_made_from_the_ranges_as_they_are(self, lock: Path) -> None:
        text = lock.read_text(encoding="utf-8")
        assert mark(lock) in text.splitlines(), "ranges were edited: python requirements/lock.py"

    def test_names_one_version_and_its_digests_for_each_package(self, lock: Path) -> None:
        for entry in locked(lock):
            assert entry.version or entry.name == STAND_IN, entry
            assert entry.digests, entry
            assert all(re.fullmatch("sha256:[0-9a-f]{64}", one) for one in entry.digests), entry

    def test_names_no_address(self, lock: Path) -> None:
        assert HERE.findall(lock.read_text(encoding="utf-8")) == []

    @pytest.mark.parametrize("python", PYTHONS)
    @pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
    def test_answers_every_range_with_a_version_in_it(
        self, lock: Path, python: str, system: str
    ) -> None:
        here = {"python_version": python, "python_full_version": python, "sys_platform": system}
        pins = [Requirement(entry.requirement) for entry in locked(lock) if entry.version]
        chosen = [pin for pin in pins if pin.marker is None or pin.marker.evaluate(here)]
        versions = {pin.name: str(pin.specifier).removeprefix("==") for pin in chosen}
        assert len(chosen) == len(versions), "one version of each"
        for line in wanted(*MADE_FROM[lock]):
            if line == STAND_IN:
                continue
            asked = Requirement(line)
            name = canonicalize_name(asked.name)
            if asked.marker is None or asked.marker.evaluate(here):
                assert asked.specifier.contains(versions[name]), f"{line}, locked {versions[name]}"
            else:
                assert name not in versions


def test_the_app_runs_with_what_its_tests_ran_with() -> None:
    tested = {(entry.name, entry.version): entry.digests for entry in locked(DEV)}
    for entry in locked(APP):
        assert tested.get((entry.name, entry.version)) == entry.digests, entry


def test_opencvs_stand_in_is_what_its_builder_makes() -> None:
    kept, made = opencv_stand_in.FILE.read_bytes(), opencv_stand_in.wheel()
    assert kept == made, "python requirements/opencv_stand_in.py writes it anew"
    (entry,) = [entry for entry in locked(APP) if entry.name == STAND_IN]
    assert entry.digests == (f"sha256:{hashlib.sha256(made).hexdigest()}",)


def test_opencvs_stand_in_holds_nothing_but_its_name() -> None:
    with zipfile.ZipFile(opencv_stand_in.FILE) as wheel:
        assert wheel.testzip() is None
        assert all(".dist-info/" in name for name in wheel.namelist())
        (metadata,) = [name for name in wheel.namelist() if name.endswith("/METADATA")]
        told = message_from_bytes(wheel.read(metadata))
    assert told["Name"] == "opencv-contrib-python"
    assert told["Requires-Dist"] is told["Requires-Python"] is None, "pip installs it first"


def entry(requirement: str, *digests: str) -> Entry:
    return Entry(requirement, digests or ("sha256:aa",))


OLD_311 = "numpy==2.2.6 ; python_full_version < '3.11'"
NEW_311 = "numpy==2.4.6 ; python_full_version >= '3.11'"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param([entry("av==18.0.0")], [entry("av==18.0.0")], [], id="nothing"),
        pytest.param(
            [entry("av==18.0.0"), entry("tqdm==4.70.1")],
            [entry("av==18.1.0"), entry("tqdm==4.70.1")],
            ["av 18.0.0 -> 18.1.0"],
            id="a newer version",
        ),
        pytest.param([], [entry("uv==0.13.9")], ["uv - -> 0.13.9"], id="a package more"),
        pytest.param([entry("toml==0.10.2")], [], ["toml 0.10.2 -> -"], id="a package less"),
        pytest.param(
            [entry(OLD_311), entry(NEW_311)],
            [entry(OLD_311), entry(NEW_311.replace("2.4.6", "2.5.5"))],
            ["numpy 2.4.6 -> 2.5.5"],
            id="newer for some Pythons",
        ),
        pytest.param(
            [entry("av==18.0.0")],
            [entry("av==18.0.0", "sha256:aa", "sha256:bb")],
            ["av 18.0.0: other files, or for other systems"],
            id="a wheel more",
        ),
    ],
)
def test_what_renewing_changes_is_said(old: list[Entry], new: list[Entry], said: list[str]) -> None:
    assert changes(old, new) == said


def test_a_locks_text_is_read_entry_by_entry() -> None:
    text = f"# a comment\n{STAND_IN} \\\n    --hash=sha256:cc\n    # via a\n"
    text += f"{OLD_311} \\\n    --hash=sha256:bb \\\n    --hash=sha256:aa\n    # via a, b\n"
    stand_in, numpy = entries(text)
    assert stand_in == Entry(STAND_IN, ("sha256:cc",))
    assert (stand_in.name, stand_in.version) == (STAND_IN, "")
    assert numpy == Entry(OLD_311, ("sha256:aa", "sha256:bb"))
    assert (numpy.name, numpy.version) == ("numpy", "2.2.6")


@pytest.mark.parametrize("chosen", LIBRARIES)
def test_what_is_tried_with_the_oldest_and_the_newest_is_there(chosen: str) -> None:
    assert (TESTS / chosen).exists(), "tests/conftest.py names a test that is gone"
