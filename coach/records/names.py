"""Names of profiles, as people type them in any language."""

from __future__ import annotations

import unicodedata

LONGEST = 40
"""Characters of a name: as much as a button shows."""

# Writing joins and parts letters by these; what else has no form of its own may turn text around.
_JOINERS = "\u200c\u200d"


def tidy_name(typed: str) -> str:
    """The name in one line and one spelling, without what cannot be seen; empty where nothing is
    left of it."""
    seen = (
        letter
        for letter in unicodedata.normalize("NFC", typed[: 10 * LONGEST])
        if letter.isspace() or letter in _JOINERS or unicodedata.category(letter)[0] != "C"
    )
    return " ".join("".join(seen).split())[:LONGEST].strip(_JOINERS + " ")
