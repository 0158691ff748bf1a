"""The landmarks of a running analysis, kept out of the way until they are written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from tempfile import SpooledTemporaryFile

import numpy as np

from coach.arrays import FloatArray
from coach.files.atomic import write_parts as write_text_parts
from coach.files.errors import FileError
from coach.motion.poses.pose import LANDMARK_COUNT, Pose
from coach.texts import say
from coach.tracks.npz import ROW_SHAPES, Floats, write_parts
from coach.tracks.text import csv_lines, json_parts

_NOBODY = np.full((LANDMARK_COUNT, 3), np.nan)

# Two hours are 200 MB: what is more than this goes to the disk. A buffer that grows further leaves
# as much again of holes behind.
IN_MEMORY = 1 << 20
_ROWS = 4096
"""Read back at once, 1.6 MB."""


class TrackRecorder:
    """Collects poses as rows of 32-bit numbers, about 1 kB a frame. Use it in a `with` block."""

    def __init__(self, size: tuple[int, int]) -> None:
        """size: width and height of the pictures in pixels."""
        self._size = size
        self._t: list[float] = []
        self._stack = ExitStack()
        self._files: dict[str, SpooledTemporaryFile[bytes]] = {}
        for name in ("image", "world", "visibility"):
            file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed by __exit__
            self._files[name] = self._stack.enter_context(file)

    def __enter__(self) -> TrackRecorder:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def record(self, t: float, pose: Pose | None) -> None:
        """Append one frame at t seconds, later than the last one; None is a frame with nobody.

        Raises FileError where the disk for temporary files is full.
        """
        self._t.append(t)
        rows = {
            "image": _NOBODY if pose is None else pose.image,
            "world": _NOBODY if pose is None else pose.world,
            "visibility": _NOBODY[:, 0] if pose is None else pose.visibility,
        }
        try:
            for name, row in rows.items():
                self._files[name].write(_bytes(row))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise FileError(say("file.no_room_to_work", reason=reason)) from error

    def write(self, path: Path) -> None:
        """Write the track, whole or not at all: as CSV or JSON where the name ends so, else as
        .npz. Raises OutputError."""
        image, world, visibility = (self._parts(name) for name in self._files)
        rows = (chain.from_iterable(image), chain.from_iterable(world))
        seen = chain.from_iterable(visibility)
        suffix = path.suffix.lower()
        if suffix == ".csv":
            write_text_parts(path, csv_lines(self._t, *rows, seen))
        elif suffix == ".json":
            write_text_parts(path, json_parts(self._t, *rows, seen, self._size))
        else:
            write_parts(path, self._t, image, world, visibility, self._size)

    def _parts(self, name: str) -> Iterator[Floats]:
        file, shape = self._files[name], ROW_SHAPES[name]
        length = 4 * int(np.prod(shape))
        file.seek(0)
        while data := file.read(_ROWS * length):
            yield np.frombuffer(data, dtype=np.float32).reshape(-1, *shape)
        file.seek(0, 2)


def _bytes(values: FloatArray) -> bytes:
    return values.astype(np.float32).tobytes()
