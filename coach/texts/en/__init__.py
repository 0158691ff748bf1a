"""English. Keys are `section.name`; each file holds the sections of one part of the program.

A key is used in code exactly as it stands here, so that a search finds both ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from coach.texts.en import (
    analysis,
    api,
    command_line,
    doctor,
    evaluate,
    history,
    live,
    model,
    records,
    settings,
)

PARTS = (
    analysis, api, command_line, doctor, evaluate, history, live, model, records, settings
)  # fmt: skip

TEXTS: Mapping[str, str] = MappingProxyType(
    {key: text for part in PARTS for key, text in part.TEXTS.items()}
)
