"""A file on its way in: written piece by piece, and no further than the limits go."""

from __future__ import annotations

import errno
from pathlib import Path

from coach.jobs.run import UPLOAD
from coach.jobs.values import NoRoomError, TooLargeError
from coach.texts import say

_LONGEST_NAME = 80
# What a form adds to the file that is sent in it.
_AROUND = 1 << 16


class Upload:
    """A file that is being received into a job's folder.

    name: fit to be shown. most: bytes that are taken. free: bytes that the disk has for it.
    """

    def __init__(self, folder: Path, name: str, owner: str, most: int, free: int) -> None:
        self.folder = folder
        self.name = name
        self.owner = owner
        self.started = False
        self._most = most
        self._free = free
        self._size = 0
        self._file = (folder / UPLOAD).open("wb")

    def expect(self, size: int) -> None:
        """About so many bytes are to come. Raises as `write` does, before they are sent."""
        if size > self._most + _AROUND:
            raise self._too_large()
        if size > self._free + _AROUND:
            raise NoRoomError(say("jobs.no_room"))

    def name_it(self, name: str) -> None:
        """Call it by the name that its sender gave, as far as that can be shown."""
        self.name = shown_name(name)

    def write(self, piece: bytes) -> None:
        """Take the next piece. Raises TooLargeError or NoRoomError; the rest is not to be sent."""
        self._size += len(piece)
        if self._size > self._most:
            raise self._too_large()
        if self._size > self._free:
            raise NoRoomError(say("jobs.no_room"))
        try:
            self._file.write(piece)
        except OSError as error:
            raise _complaint(error) from error

    def close(self) -> None:
        """Nothing more comes. May be called twice. Raises NoRoomError where the disk is full."""
        try:
            self._file.close()
        except OSError as error:
            raise _complaint(error) from error

    def _too_large(self) -> TooLargeError:
        return TooLargeError(say("jobs.too_large", file=self.name, limit=self._most / 1e6))


def shown_name(name: str) -> str:
    """What an uploaded file is called in sentences: no folders, nothing that a terminal or a page
    could take for an order, no longer than a line. It is never used as a path."""
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    plain = "".join(c for c in last if c.isprintable() and c not in "<>&\"'`{}").strip()
    return plain[:_LONGEST_NAME] or say("jobs.no_name")


def _complaint(error: OSError) -> NoRoomError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return NoRoomError(say("jobs.no_room"))
    return NoRoomError(say("jobs.not_kept", reason=error.strerror or type(error).__name__))
