"""English. Keys are `section.name`, sections in the order of the alphabet.

A key is used in code exactly as it stands here, so that a search finds both ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        # model: the store of pose models (coach/vision)
        "model.unknown": "There is no model called {model!r}: choose one of {known}.",
        # phase: where in a rep or a hold the person is, one word, drawn in the picture
        "phase.setup": "Get ready",
        "phase.top": "Ready",
        "phase.descent": "Down",
        "phase.bottom": "Up now",
        "phase.ascent": "Up",
        "phase.hold": "Hold",
        "phase.broken": "Form lost",
        "phase.paused": "Paused",
    }
)
