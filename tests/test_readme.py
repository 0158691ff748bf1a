"""README.md says what is there: files it links to, code it shows, and commands it gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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
