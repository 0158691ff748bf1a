"""README.md and docs/ say what is there: files they link to, and code they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
LONGEST_README = 10_000
"""Bytes: it is a door; what does not fit has its own page in docs/."""


def links() -> Iterator[tuple[Path, str]]:
    for text in TEXTS:
        for target in sorted(
            set(re.findall(r"\]\((?!https?:|#)\s*([\w./-]+)\)", text.read_text(encoding="utf-8")))
        ):
            yield text, target


@pytest.mark.parametrize(
    ("text", "target"),
    [pytest.param(*link, id=f"{link[0].name} to {link[1]}") for link in links()],
)
def test_a_link_leads_to_a_file(text: Path, target: str) -> None:
    assert (text.parent / target).is_file()


@pytest.mark.parametrize("text", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_each_page_is_found_from_the_door(text: Path) -> None:
    doors = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md")]
    assert f"docs/{text.name}" in "".join(doors)


def test_readme_is_a_door() -> None:
    assert (ROOT / "README.md").stat().st_size < LONGEST_README


def test_the_exercise_shown_is_the_real_file() -> None:
    page = (ROOT / "docs" / "adding_an_exercise.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL)
    real = (ROOT / "exercises" / "plank.py").read_text(encoding="utf-8")
    assert shown == real, "The page shows an older exercises/plank.py: paste it anew."
