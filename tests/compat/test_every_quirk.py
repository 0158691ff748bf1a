"""No reach into another library without a word on it, and a test of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMPAT = ROOT / "coach" / "compat"
FILES = sorted(path.relative_to(COMPAT).as_posix() for path in COMPAT.rglob("[!_]*.py"))
ROWS = re.findall(
    r"^\| `((?:streamlit/)?\w+\.py)` \|(.*)\|$", (ROOT / "docs" / "quirks.md").read_text(), re.M
)


def test_each_file_has_one_row():
    assert sorted(name for name, _ in ROWS) == FILES


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[name for name, _ in ROWS])
def test_a_row_tells_everything_and_names_the_files_test(name, row):
    *told, test = [cell.strip() for cell in row.split("|")]
    assert len(told) == 4
    assert all(told)
    *folder, file = name.split("/")
    expected = "/".join([*folder, f"test_{file}"])
    assert test == f"`{expected}`"
    assert (ROOT / "tests" / "compat" / expected).is_file()
