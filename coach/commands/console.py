"""The terminal: results to standard output, everything else to standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

# Told (done, total) in the bar's unit; the total may become known, or change, on the way.
Advance = Callable[[float, float | None], None]


class Console:
    """Where a command speaks. Streams are looked up late, so that tests can catch them."""

    def tell(self, text: str) -> None:
        """A line of the result."""
        sys.stdout.write(text + "\n")

    def note(self, text: str) -> None:
        """A line about the work: a warning, a complaint."""
        sys.stderr.write(text + "\n")

    @contextmanager
    def bar(self, label: str, unit: str, scale: bool = False) -> Iterator[Advance]:
        """A progress bar with the time left, only where somebody watches.

        scale: write large numbers with k and M.
        """
        with tqdm(
            desc=label,
            unit=unit,
            unit_scale=scale,
            file=sys.stderr,
            disable=not sys.stderr.isatty(),
            dynamic_ncols=True,
            leave=False,
        ) as bar:

            def advance(done: float, total: float | None) -> None:
                bar.total = total
                bar.update(done - bar.n)

            yield advance
