"""One word for one thing, held against the code. docs/glossary.md has the words."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

from tests.test_imports import CODE, ROOT


def public_classes() -> dict[str, list[str]]:
    found = defaultdict(list)
    for path in CODE:
        if path.is_relative_to(ROOT / "benchmarks"):
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(path.relative_to(ROOT).as_posix())
    return found


def test_no_two_public_classes_have_one_name() -> None:
    assert {name: files for name, files in public_classes().items() if len(files) > 1} == {}


def test_each_lock_stands_on_the_page_of_locks() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("### Locks")[2]
    locked = [
        path
        for path in (ROOT / "coach").rglob("*.py")
        if {"threading.Lock()", "threading.RLock()", "threading.Condition()"}
        & {ast.unparse(node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
           if isinstance(node, ast.Call)}
    ]  # fmt: skip
    missing = [path for path in locked if _short(path) not in page]
    assert locked
    assert missing == []


def _short(path: Path) -> str:
    return f"`{path.relative_to(ROOT / 'coach').as_posix()}`"
