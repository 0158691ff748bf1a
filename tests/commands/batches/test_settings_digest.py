"""One name for the same settings, in every process; another for others."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from coach.commands.batches.one_video import How
from coach.commands.batches.settings_digest import settings_digest
from exercises import registry

ROOT = Path(__file__).parents[3]
CODE = """
from coach.commands.batches.settings_digest import settings_digest
from exercises import registry
print(*(settings_digest(exercise) for exercise in registry().values()))
"""


def test_every_process_gives_the_same() -> None:
    """Sets of texts are in another order in each."""
    out = [
        subprocess.run(
            [sys.executable, "-c", CODE], cwd=ROOT, env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert out[0] == out[1]
    assert len(set(out[0].split())) == len(registry())


def test_any_change_is_another() -> None:
    squat = registry()["squat"]
    how = How(squat, "beginner", "full")
    changed = [
        how,
        replace(how, level="strict"),
        replace(how, model="lite"),
        replace(how, every_frame=True),
        replace(how, exercise=registry()["plank"]),
        replace(how, exercise=replace(squat, title="Another")),
    ]
    assert len({settings_digest(each) for each in changed}) == len(changed)
