"""Plain text tables: columns aligned by spaces, words to the left, numbers to the right. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

GAP = "  "
NOTHING = "-"


def table(headers: Sequence[str], rows: Sequence[Sequence[str]], words: int) -> list[str]:
    """The lines of a table, headers first. words: how many columns on the left hold words."""
    lines = [list(headers), *map(list, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(headers))]
    return [
        GAP.join(
            cell.ljust(width) if i < words else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]


def decimal(value: float, digits: int = 2) -> str:
    """A number, or a dash where it is not known."""
    return NOTHING if isnan(value) else f"{value:.{digits}f}"


def part(hits: int, of: int) -> str:
    """So many of so many, or a dash of nothing."""
    return f"{hits}/{of}" if of else NOTHING
