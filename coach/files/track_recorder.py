"""The landmarks of a running analysis, kept small until they are written."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from coach.files.atomic import write_parts
from coach.files.track_file import write_arrays
from coach.files.track_text import csv_lines, json_parts
from coach.motion.pose import LANDMARK_COUNT, FloatArray, Pose

_NOBODY = np.full((LANDMARK_COUNT, 3), np.nan)


class TrackRecorder:
    """Collects poses as 32-bit rows: about 1 kB a frame, 200 MB for two hours at 30 a second."""

    def __init__(self, size: tuple[int, int]) -> None:
        """size: width and height of the pictures in pixels."""
        self._size = size
        self._t: list[float] = []
        self._image = bytearray()
        self._world = bytearray()
        self._visibility = bytearray()

    def record(self, t: float, pose: Pose | None) -> None:
        """Append one frame at t seconds, later than the last one; None is a frame with nobody."""
        self._t.append(t)
        self._image += _row(_NOBODY if pose is None else pose.image)
        self._world += _row(_NOBODY if pose is None else pose.world)
        self._visibility += _row(_NOBODY[:, 0] if pose is None else pose.visibility)

    def write(self, path: Path) -> None:
        """Write the track, whole or not at all: as CSV or JSON where the name ends so, else as
        .npz. Raises OutputError."""
        shape = (len(self._t), LANDMARK_COUNT, 3)
        image = np.frombuffer(self._image, dtype=np.float32).reshape(shape)
        world = np.frombuffer(self._world, dtype=np.float32).reshape(shape)
        visibility = np.frombuffer(self._visibility, dtype=np.float32).reshape(shape[:2])
        suffix = path.suffix.lower()
        if suffix == ".csv":
            write_parts(path, csv_lines(self._t, image, world, visibility))
        elif suffix == ".json":
            write_parts(path, json_parts(self._t, image, world, visibility, self._size))
        else:
            write_arrays(path, self._t, image, world, visibility, self._size)


def _row(values: FloatArray) -> bytes:
    return values.astype(np.float32).tobytes()
