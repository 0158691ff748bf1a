"""The scripts of the pages, by a linter: what no name stands for, or nobody uses."""

from __future__ import annotations

import subprocess
import sysconfig
from pathlib import Path

import pytest

from tests.ui.scripts import SCRIPTS, UI

CONFIG = Path(__file__).parents[2] / ".oxlintrc.json"
LINTER = Path(sysconfig.get_path("scripts")) / "oxlint"
"""Beside the Python that runs the tests, which need not be the one of the PATH."""


def lint(folder: Path, script: str) -> str:
    """What the linter says against a script; nothing where it is fine."""
    file = folder / "script.js"
    file.write_text(script, encoding="utf-8")
    command = [str(LINTER), "--config", str(CONFIG), "--format=unix", file.name]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return "" if ended.returncode == 0 else ended.stdout + ended.stderr


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_faultless(tmp_path: Path, name: str) -> None:
    assert lint(tmp_path, SCRIPTS[name]) == ""


def test_no_script_is_left_out() -> None:
    read = [path.read_text(encoding="utf-8") for path in sorted(UI.rglob("*.js"))]
    assert read
    assert [text for text in read if not any(text in script for script in SCRIPTS.values())] == []


@pytest.mark.parametrize(
    ("script", "rule"),
    [
        pytest.param("export const twice = (x) => 2 * y;", "no-undef", id="a name of nothing"),
        pytest.param("export default () => { const x = 1; };", "no-unused-vars", id="of no use"),
        pytest.param("export const same = (a, b) => a == b;", "eqeqeq", id="a loose comparison"),
        pytest.param("export const cut = (", "Expected `)`", id="cut off"),
    ],
)
def test_the_linter_finds(tmp_path: Path, script: str, rule: str) -> None:
    assert rule in lint(tmp_path, script)
