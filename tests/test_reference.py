"""The reference of the code is made from its docstrings, all of which can be read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import coach

ROOT = Path(coach.__file__).parents[1]


def test_every_module_has_its_page(tmp_path: Path) -> None:
    """In a process of its own: what the reference imports is looked at, not run."""
    command = [sys.executable, "docs/reference.py", str(tmp_path)]
    ended = subprocess.run(
        command,
        cwd=ROOT,
        # Without what other tests told this process's C libraries (coach.compat.mediapipe_reports):
        # a value that is in the environment as well might be a secret, and pdoc refuses it.
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    modules = [*(ROOT / "coach").rglob("*.py"), *(ROOT / "exercises").glob("*.py")]
    missing = [
        path for path in modules if is_told_of(path) and not page_of(path, tmp_path).is_file()
    ]
    assert modules
    assert missing == []


def is_told_of(path: Path) -> bool:
    """Of a package that says what is public, that alone is; of Alembic's migrations nothing."""
    if "migrations" in path.parts:
        return False
    package = (path.parent / "__init__.py").read_text(encoding="utf-8")
    return not path.stem.startswith("__") and "__all__" not in package


def page_of(path: Path, folder: Path) -> Path:
    return folder / path.relative_to(ROOT).with_suffix(".html")
