"""Everybody in the pictures looked at so far, on disk: two hours of five people are a gigabyte."""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterable, Iterator

import numpy as np

from coach.files.errors import FileError
from coach.motion.poses.pose import LANDMARK_COUNT, Pose
from coach.texts import say

_HEAD = struct.Struct("<dI")
_PERSON = struct.Struct("<I")
_VALUES = LANDMARK_COUNT * 7


class PoseSpool:
    """Written once from picture to picture, then read once in the same order.

    Landmarks are kept as the 32-bit numbers that the network gives.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        """size: width and height of the pictures in pixels."""
        self._size = size
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close

    def write(self, t: float, people: Iterable[tuple[int, Pose]]) -> None:
        """Append one picture at t seconds: the number and pose of each person in it.

        Raises FileError when the disk is full.
        """
        people = list(people)
        parts = [_HEAD.pack(t, len(people))]
        for number, pose in people:
            values = (pose.image, pose.world, pose.visibility)
            parts.append(_PERSON.pack(number))
            parts += [part.astype("<f4").tobytes() for part in values]
        try:
            self._file.write(b"".join(parts))
        except OSError as error:
            raise _no_room(error) from error

    def read(self) -> Iterator[tuple[float, dict[int, Pose]]]:
        """Each picture's time and the poses in it by number. Raises FileError."""
        try:
            self._file.seek(0)
        except OSError as error:
            raise _no_room(error) from error
        while head := self._file.read(_HEAD.size):
            t, count = _HEAD.unpack(head)
            yield t, dict(self._person(t) for _ in range(count))

    def close(self) -> None:
        """Let go of the disk space. May be called again."""
        self._file.close()

    def _person(self, t: float) -> tuple[int, Pose]:
        (number,) = _PERSON.unpack(self._file.read(_PERSON.size))
        values = np.frombuffer(self._file.read(4 * _VALUES), "<f4")
        image, world, visibility = np.split(values, (3 * LANDMARK_COUNT, 6 * LANDMARK_COUNT))
        shape = (LANDMARK_COUNT, 3)
        pose = Pose.from_arrays(
            t, image.reshape(shape), world.reshape(shape), visibility, self._size
        )
        return number, pose


def _no_room(error: OSError) -> FileError:
    return FileError(say("file.no_room_to_work", reason=error.strerror or type(error).__name__))
