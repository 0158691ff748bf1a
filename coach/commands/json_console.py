"""The console of a program that started the command: a line of JSON for each thing said."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from coach.commands.console import Advance, Console, printable
from coach.texts.text import to_json

# Often enough for a bar that moves, and seldom enough to cost nothing.
EVERY_S = 0.2


class JsonConsole(Console):
    """Standard error carries objects in UTF-8, one a line: docs/formats.md describes them."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock

    def note(self, text: str) -> None:
        """A line about the work: a warning."""
        _write(_told("warning", text))

    def complain(self, text: str) -> None:
        """Why the command failed, in a sentence."""
        _write(_told("error", text))

    def bar(
        self, label: str, unit: str, scale: bool = False, stage: str = ""
    ) -> AbstractContextManager[Advance]:
        """Lines on how far `stage` is: the first and the last, and some of those between."""
        del label, unit, scale
        return self._lines(stage)

    @contextmanager
    def _lines(self, stage: str) -> Iterator[Advance]:
        due = self._clock()
        waiting: dict[str, object] | None = None

        def advance(done: float, total: float | None, seconds: float = 0.0) -> None:
            nonlocal due, waiting
            waiting = {
                "stage": stage, "done": done, "total": total, "seconds": round(seconds, 3)
            }  # fmt: skip
            if self._clock() >= due:
                _write(waiting)
                due, waiting = self._clock() + EVERY_S, None

        yield advance
        if waiting is not None:
            _write(waiting)


def _told(kind: str, text: str) -> dict[str, object]:
    said = to_json(text)
    return {kind: printable(text)} | ({} if said is None else {"said": said})


def _write(line: dict[str, object]) -> None:
    sys.stderr.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")
    sys.stderr.flush()
