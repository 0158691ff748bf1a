"""README.md says what is there: files it links to, code it shows, and commands it gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.live.relay import NAMES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINKS = sorted(set(re.findall(r"\]\((?!https?:)\s*([\w./-]+)\)", README)))


@pytest.mark.parametrize("target", LINKS)
def test_a_link_leads_to_a_file(target: str) -> None:
    assert (ROOT / target).is_file()


def test_the_exercise_shown_is_the_real_file() -> None:
    (shown,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    real = (ROOT / "exercises" / "plank.py").read_text(encoding="utf-8")
    assert shown == real, "README.md shows an older exercises/plank.py: paste it anew."


def test_every_setting_is_explained() -> None:
    assert {name for name in (*NAMES, "COACH_MODEL_DIR") if f"`{name}`" not in README} == set()


def test_the_settings_explained_are_read_somewhere() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "coach").rglob("*.py"))
    assert {name for name in re.findall(r"`(COACH_\w+)`", README) if name not in code} == set()
