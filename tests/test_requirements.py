"""What is imported is what is required, each requirement with both bounds and a reason."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = {"coach", "exercises", "pages", "coach_app", "tests", "conftest"}
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
BOUNDED = re.compile(r"(?P<name>[A-Za-z0-9_.-]+)(\[[a-z,]+\])?>=[0-9.]+,<[0-9.]+(; .+)?$")
STAND_IN = "./requirements/opencv-contrib-python"


def requirement_lines(file: str) -> Iterator[tuple[str, str]]:
    """Each requirement and the line above it."""
    above = ""
    for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "-r ")):
            yield line, above
        above = line


def required(*files: str) -> set[str]:
    lines = [line for file in files for line, _ in requirement_lines(file) if line != STAND_IN]
    names = [re.split(r"[\[<>=]", line)[0] for line in lines]
    return {IMPORTED_AS.get(name, name) for name in names}


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


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_a_requirement_has_both_bounds_and_a_reason(file: str) -> None:
    lines = list(requirement_lines(file))
    assert lines, "the file names requirements"
    for line, above in lines:
        assert above.startswith("# "), f"{file}: no comment above {line} says why it is there."
        assert line == STAND_IN or BOUNDED.match(line), f"{file}: {line} lacks a bound."


def test_the_app_imports_what_it_requires() -> None:
    code = libraries("coach/**/*.py", "exercises/**/*.py", "pages/**/*.py", "coach_app.py")
    assert code == required("requirements.txt")


def test_the_tests_import_what_is_required() -> None:
    assert libraries("tests/**/*.py") <= required("requirements.txt", "requirements-dev.txt")
