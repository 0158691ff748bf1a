"""The terminal: results to standard output, everything else to standard error."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, TextIO

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
        _write(sys.stdout, printable(text))

    def write(self, document: str) -> None:
        """A result of several lines, as JSON."""
        for line in document.removesuffix("\n").split("\n"):
            self.tell(line)

    def note(self, text: str) -> None:
        """A line about the work: a warning."""
        _write(sys.stderr, printable(text))

    def complain(self, text: str) -> None:
        """Why the command failed, in a sentence."""
        _write(sys.stderr, printable(text))

    def bar(
        self, label: str, unit: str, scale: bool = False, stage: str = ""
    ) -> AbstractContextManager[Advance]:
        """A progress bar with the time left, only where somebody watches.

        scale: write large numbers with k and M. stage: what programs that watch call the work.
        """
        del stage
        return _bar(printable(label), unit, scale)


def printable(text: str) -> str:
    """The text on one line, without what would steer a terminal or cannot be written at all: names
    of files may hold both. Written out as in JSON, where it means the same."""
    return "".join(c if _is_plain(c) else _written_out(c) for c in text)


def _is_plain(c: str) -> bool:
    # Of the spaces of other scripts, which name files too, Python calls none printable.
    return c.isprintable() or unicodedata.category(c) == "Zs"


def _written_out(c: str) -> str:
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(c)
    units = c.encode("utf-16-be", "surrogatepass")
    pairs = (units[i : i + 2].hex() for i in range(0, len(units), 2))
    return short or "".join(f"\\u{pair}" for pair in pairs)


def _write(stream: TextIO, line: str) -> None:
    """A line to a terminal that may not know all letters."""
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")


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
