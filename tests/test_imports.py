"""The rules between the rooms, held against the code. docs/architecture.md tells of them."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("benchmarks", "coach", "exercises", "pages")
CODE = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
CODE += [ROOT / "coach_app.py"]
TESTS = sorted((ROOT / "tests").rglob("*.py"))

ROOMS: dict[str, set[str]] = {
    "coach.arrays": set(),
    "coach.errors": {"coach.texts"},
    "coach.motion": {"coach.arrays", "coach.errors"},
    "coach.texts": set(),
    "coach.runtime": set(),
    "coach.settings": {"coach.texts"},
    "coach.files": set(),
    # What is wrong with other people's code is known apart from ours.
    "coach.compat": set(),
    "coach.vision": {"coach.compat", "coach.motion"},
    "coach.tracks": {"coach.files", "coach.motion"},
    "coach.video": {"coach.files"},
    "coach.analysis": {
        "coach.files", "coach.motion", "coach.tracks", "coach.video", "coach.vision",
    },
    "coach.images": {"coach.motion", "coach.vision"},
    # Jobs run the command line in a process of its own, and import nothing of it.
    "coach.jobs": {"coach.motion"},
    "coach.live": {"coach.motion", "coach.vision", "coach.compat"},
    "coach.records": {
        "coach.analysis.exercise_words", "coach.files", "coach.motion", "coach.tracks",
    },
    # Clips are judged one by one, and as sessions of the live coach.
    "coach.evaluation": {
        "coach.analysis", "coach.files", "coach.live", "coach.motion", "coach.tracks",
        "coach.video",
    },
    # Tries what all others are built on.
    "coach.doctor": {"coach.live", "coach.records", "coach.vision"},
    "coach.commands": {
        "coach.analysis", "coach.doctor", "coach.evaluation", "coach.files", "coach.motion",
        "coach.tracks", "coach.video", "coach.vision",
    },
    # Adds up what was kept, and never asks for it.
    "coach.history": {"coach.arrays", "coach.motion", "coach.records.values"},
    "coach.ui": {
        "coach.analysis", "coach.compat", "coach.doctor", "coach.files", "coach.history",
        "coach.images", "coach.jobs", "coach.live", "coach.motion", "coach.process",
        "coach.records", "coach.tracks", "coach.video", "coach.vision", "coach.web",
    },
    "coach.web": {
        "coach.analysis.exercise_words", "coach.compat", "coach.images", "coach.jobs",
        "coach.live", "coach.motion", "coach.vision",
    },
    "exercises": {"coach.motion"},
    # The one place that puts together what the pages and the API share.
    "coach.process": {
        "coach.images", "coach.jobs", "coach.live", "coach.motion", "coach.vision", "coach.web",
    },
    "pages": {"coach.analysis.exercise_words", "coach.ui", "coach.live", "exercises"},
    # Measured from outside: nothing of the product knows of it.
    "benchmarks": {
        "coach.analysis", "coach.cli", "coach.commands", "coach.compat", "coach.evaluation",
        "coach.files", "coach.live", "coach.motion", "coach.video", "coach.vision",
    },
    # The entry hands the exercises to the API, which knows none by itself.
    "coach_app": {"coach.compat", "coach.process", "coach.ui", "coach.web", "exercises"},
}  # fmt: skip
"""Each room and what it may import of ours besides itself."""

PURE = {"coach.motion", "coach.history", "exercises"}
"""Rooms whose results depend on what they are given alone."""

FLOOR = {
    "coach.__version__", "coach.arrays", "coach.errors", "coach.runtime", "coach.settings",
    "coach.texts",
}  # fmt: skip
"""What every other room stands on."""

ENTRIES = {"coach", "coach.cli", "coach.__main__", "benchmarks.__main__"}
"""The command line stands above all rooms: it may import every one of them, and the exercises."""

DOORS: dict[str, set[str]] = {
    # What is measured beside ours has doors of its own.
    "mediapipe": {
        "coach.vision.mediapipe.landmarker",
        "coach.compat.tflite_schema",
        "coach.vision.mediapipe.proof",
        "coach.vision.mediapipe.shared_model",
        "benchmarks.frame.alone",
        "benchmarks.frame.common_way",
        "benchmarks.files",
    },
    "streamlit_webrtc": {"coach.live.transport.stream", "coach.compat.streamlit.webrtc_context"},
    "cv2": {"coach.vision", "benchmarks.frame.alone", "benchmarks.frame.common_way"},
    "sqlalchemy": {"coach.records"},
    "alembic": {"coach.records"},
    "sqlite3": {"coach.records"},
    "psycopg": {"coach.records"},
    # What is said between pages and app, and a page opened without a browser, is in Streamlit's own
    # protocol.
    "streamlit": {
        "coach.ui",
        "coach.live.transport.stream",
        "coach.compat",
        "pages",
        "coach_app",
        "benchmarks.live.page",
    },
    "altair": {"coach.ui"},
    "fpdf": {"coach.ui.printed.period_pdf"},
    "starlette": {"coach.process", "coach.web", "coach.compat.streamlit.page_change"},
    "prometheus_client": {"coach.web"},
    "python_multipart": {"coach.web"},
    "pillow_heif": {"coach.images"},
    "babel": {"coach.texts"},
    "pydantic": {"coach.motion.kinds", "coach.motion.codec", "coach.motion.snapshot"},
    "pydantic_core": {"coach.motion.kinds", "coach.motion.codec"},
}
"""Libraries that are let in by one door only, so that they can be exchanged behind it."""

LONGEST_FILE = 400
MOST_FILES = 12
"""Side by side in one folder, so that a newcomer sees at once what is in it."""

SHELVES = {ROOT / "exercises"}
"""Folders of things of one kind, each in a file of its name: there is nothing to look for."""


def module_name(path: Path) -> str:
    """`coach/video/gif.py` is `coach.video.gif`; a package's file is the package."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(source: str, package: str = "") -> Iterator[str]:
    """Every module that a source imports, at whatever depth, under whatever condition."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join((*(above if node.level else ()), *filter(None, [node.module])))
            yield from (f"{base}.{alias.name}" for alias in node.names)
        elif (
            isinstance(node, ast.Call)
            and ast.unparse(node.func).endswith(("import_module", "__import__"))
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            yield str(node.args[0].value)


@cache
@cache
def imports_of(path: Path) -> list[str]:
    package = module_name(path) if path.name == "__init__.py" else module_name(path.parent / "_")
    return list(imported(path.read_text(encoding="utf-8"), package.removesuffix("._")))


def inside(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


def room_of(module: str) -> str | None:
    return next((room for room in ROOMS if inside(module, room)), None)


def is_ours(module: str) -> bool:
    return module.split(".")[0] in {*FOLDERS, "coach_app"}


def names(path: Path) -> str:
    return str(path.relative_to(ROOT))


every_file = pytest.mark.parametrize("path", CODE, ids=names)


@pytest.mark.parametrize(
    ("source", "package", "found"),
    [
        pytest.param("import a.b", "", ["a.b"], id="plain"),
        pytest.param("from a import b, c", "", ["a.b", "a.c"], id="from"),
        pytest.param("def f():\n    import a", "", ["a"], id="inside a function"),
        pytest.param("if TYPE_CHECKING:\n    import a", "", ["a"], id="for types only"),
        pytest.param("from . import b", "x.y", ["x.y.b"], id="beside it"),
        pytest.param("from ..z import b", "x.y", ["x.z.b"], id="relative, one up"),
        pytest.param("importlib.import_module('a.b')", "", ["a.b"], id="by name"),
    ],
)
def test_an_import_is_found_wherever_it_hides(source: str, package: str, found: list[str]) -> None:
    assert list(imported(source, package)) == found


@every_file
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    module = module_name(path)
    if module in ENTRIES:
        return
    room = room_of(module)
    assert room is not None, f"{module} is in no room: give it a line in ROOMS."
    allowed = {room, *ROOMS[room]} | (set() if room in PURE | FLOOR else FLOOR)
    wrong = [
        name
        for name in imports_of(path)
        if is_ours(name) and not any(inside(name, other) for other in allowed)
    ]
    assert not wrong, f"{module} may import {sorted(allowed)} of ours, not {wrong}."


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_may_import_no_more_than_it_does(room: str) -> None:
    used = [
        name for path in CODE if room_of(module_name(path)) == room for name in imports_of(path)
    ]
    unused = {other for other in ROOMS[room] if not any(inside(name, other) for name in used)}
    assert not unused


@pytest.mark.parametrize(
    "path", [p for p in CODE if not inside(module_name(p), "benchmarks")], ids=names
)
def test_the_product_does_without_the_benchmarks(path: Path) -> None:
    assert not [name for name in imports_of(path) if inside(name, "benchmarks")]


@pytest.mark.parametrize(
    "folder",
    sorted({path.parent for path in CODE} - SHELVES),
    ids=lambda folder: folder.relative_to(ROOT).as_posix(),
)
def test_no_folder_is_crowded(folder: Path) -> None:
    files = [path.name for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(files) <= MOST_FILES, f"{len(files)} files: which of them belong together?"


@every_file
def test_a_library_comes_in_by_its_door(path: Path) -> None:
    module = module_name(path)
    for library, doors in DOORS.items():
        if any(inside(module, door) for door in doors):
            continue
        wrong = [name for name in imports_of(path) if inside(name, library)]
        assert not wrong, f"{module} imports {wrong}; {library} belongs to {sorted(doors)}."


@pytest.mark.parametrize(
    "path", [p for p in CODE if inside(module_name(p), "coach.motion")], ids=names
)
def test_motion_needs_little_but_the_standard_library_and_numpy(path: Path) -> None:
    """pydantic has doors of its own there: what describes a set, and what reads it by that."""
    libraries = {name.split(".")[0] for name in imports_of(path)} - {"pydantic", "pydantic_core"}
    assert libraries <= {*sys.stdlib_module_names, "numpy", "coach"}


@pytest.mark.parametrize(
    "path", [p for p in CODE if inside(module_name(p), "coach.texts")], ids=names
)
def test_texts_are_a_leaf(path: Path) -> None:
    libraries = {name.split(".")[0] for name in imports_of(path)}
    assert libraries <= {*sys.stdlib_module_names, "babel", "coach"}


@pytest.mark.parametrize("path", [p for p in CODE if inside(module_name(p), "pages")], ids=names)
def test_a_page_holds_no_class(path: Path) -> None:
    """Streamlit runs a page anew at every click; a class in it would be a new one each time."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def test_the_entry_file_only_wires() -> None:
    tree = ast.parse((ROOT / "coach_app.py").read_text(encoding="utf-8"))
    rules = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.For, ast.While, ast.Try)
    assert not [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, rules)]


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=names)
def test_no_file_is_long(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, (
        f"{names(path)} has {lines} lines: it holds more than one concept."
    )
