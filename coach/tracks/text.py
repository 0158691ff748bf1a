"""Landmark tracks as CSV and JSON texts; docs/formats.md describes them for other programs.

Both are made row by row: those of two hours are hundreds of megabytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from coach.motion.poses.pose import Landmark

Floats = npt.NDArray[np.floating]
Rows = Iterable[Floats]

PARTS = ("x", "y", "z", "visibility", "world_x", "world_y", "world_z")
"""What a table holds of each landmark."""

NAMES = tuple(landmark.name.lower() for landmark in Landmark)

COLUMNS = ("t", *(f"{name}_{part}" for name in NAMES for part in PARTS))


def csv_lines(t: Iterable[float], image: Rows, world: Rows, visibility: Rows) -> Iterator[str]:
    """A line of names, then one for each frame; after its time a frame without a person is empty.

    image, world, visibility: the rows of a track, or the arrays themselves.
    """
    yield ",".join(COLUMNS) + "\n"
    nobody = "," * (len(COLUMNS) - 1)
    for seconds, *parts in zip(t, image, visibility, world, strict=True):
        row = np.column_stack(parts).astype(np.float32)
        if np.isnan(row).any():
            yield f"{_seconds(seconds)}{nobody}\n"
        else:
            yield f"{_seconds(seconds)},{','.join(map(str, row.ravel()))}\n"


def json_parts(
    t: Iterable[float], image: Rows, world: Rows, visibility: Rows, size: tuple[int, int]
) -> Iterator[str]:
    """Pieces of one JSON object; in a frame without a person the three lists are null."""
    head = {"format": 1, "size": [int(side) for side in size], "landmarks": NAMES}
    yield json.dumps(head)[:-1] + ', "frames": ['
    comma = "\n"
    for seconds, *parts in zip(t, image, world, visibility, strict=True):
        yield f'{comma}{{"t": {_seconds(seconds)}'
        rows = dict(zip(("image", "world", "visibility"), parts, strict=True))
        seen = not any(np.isnan(row).any() for row in rows.values())
        for name, row in rows.items():
            yield f', "{name}": {_list(row) if seen else "null"}'
        yield "}"
        comma = ",\n"
    yield "\n]}\n"


def _list(row: Floats) -> str:
    """The shortest digits that give each 32-bit float back."""
    if row.ndim > 1:
        return "[" + ", ".join(_list(part) for part in row) + "]"
    return "[" + ", ".join(map(str, row.astype(np.float32))) + "]"


def _seconds(t: float) -> str:
    return repr(float(t))
