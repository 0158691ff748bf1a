"""The registry finds exercises by their files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import exercises
from exercises import UnknownExerciseError, find, registry

ANOTHER = """
from dataclasses import replace

from exercises import plank

EXERCISE = replace(plank.EXERCISE, key="bear_hold", title="Bear hold")
"""


@pytest.fixture
def one_file_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A file beside the others, as somebody would add it."""
    (tmp_path / "bear_hold.py").write_text(ANOTHER, encoding="utf-8")
    monkeypatch.setattr(exercises, "__path__", [*exercises.__path__, str(tmp_path)])
    registry.cache_clear()
    yield
    sys.modules.pop("exercises.bear_hold", None)
    registry.cache_clear()


def test_the_known_exercises_are_offered_in_order() -> None:
    assert list(registry())[:3] == ["squat", "push_up", "plank"]


def test_a_key_is_the_name_of_its_file() -> None:
    files = {p.stem for p in Path(exercises.__file__).parent.glob("*.py")} - {"__init__"}
    assert set(registry()) == files
    assert all(exercise.key == key for key, exercise in registry().items())


@pytest.mark.usefixtures("one_file_more")
def test_a_new_file_is_enough() -> None:
    assert "bear_hold" in registry()
    assert "squat" in registry()
    assert find("bear_hold").title == "Bear hold"


def test_an_unknown_key_lists_the_known() -> None:
    known = ", ".join(registry())
    with pytest.raises(UnknownExerciseError, match=rf"no exercise 'x'; known are {known}\.$"):
        find("x")


def test_nobody_can_change_the_registry() -> None:
    table: Any = registry()
    with pytest.raises(TypeError):
        table["squat"] = table["plank"]
