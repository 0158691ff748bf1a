"""Whether names and texts in other alphabets can be drawn into the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coach.doctor.finding import Finding, fine, note
from coach.texts import say, say_list
from coach.vision.overlay.lettering import lost_letters

SAMPLES = {"latin": "Ä", "cyrillic": "Ж", "arabic": "ع", "chinese": "蹲"}
"""A letter of each alphabet that is looked for, by the name of its text."""


def check_fonts(lost: Callable[[str], set[str]] = lost_letters) -> Iterator[Finding]:
    """What the fonts of this machine lack."""
    missing = lost("".join(SAMPLES.values()))
    names = [say(f"doctor.{name}") for name, letter in SAMPLES.items() if letter in missing]
    if names:
        yield note("fonts", "fonts_missing", names=say_list(names))
    else:
        yield fine("fonts", "fonts_complete")
