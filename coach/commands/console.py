"""The terminal: results to standard output, everything else to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from tqdm import tqdm


class Advance(Protocol):
    """Told how far a piece of work is."""

    def __call__(self, done: float, total: float | None, seconds: float = 0.0) -> None:
        """done and total in the bar's unit; the total may become known, or change, on the way.
        seconds: how far into a recording that is."""


class Console:
    """Where a command speaks. Streams are looked up late, so that tests can catch them."""

    def tell(self, text: str) -> None:
        """A line of the result."""
        sys.stdout.write(text + "\n")

    def note(self, text: str) -> None:
        """A line about the work: a warning."""
        sys.stderr.write(printable(text) + "\n")

    def complain(self, text: str) -> None:
        """Why the command failed, in a sentence."""
        sys.stderr.write(printable(text) + "\n")

    def bar(
        self, label: str, unit: str, scale: bool = False, stage: str = ""
    ) -> AbstractContextManager[Advance]:
        """A progress bar with the time left, only where somebody watches.

        scale: write large numbers with k and M. stage: what programs that watch call the work.
        """
        del stage
        return _bar(label, unit, scale)


def printable(text: str) -> str:
    """The text on one line, without what would steer a terminal: names of files may hold both."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


@contextmanager
def _bar(label: str, unit: str, scale: bool) -> Iterator[Advance]:
    with tqdm(
        desc=label,
        unit=unit,
        unit_scale=scale,
        file=sys.stderr,
        disable=not sys.stderr.isatty(),
        dynamic_ncols=True,
        leave=False,
    ) as bar:

        def advance(done: float, total: float | None, seconds: float = 0.0) -> None:
            del seconds
            bar.total = total
            bar.update(done - bar.n)

        yield advance
