"""When a video says it was recorded: an MP4 or MOV carries it in its header."""

from __future__ import annotations

import os
import struct
from datetime import datetime, timedelta, timezone
from typing import BinaryIO

# What such files count their seconds from.
_EPOCH = datetime(1904, 1, 1, tzinfo=timezone.utc)
# Writers that know no time write 0, or the start of their computer's own counting.
_EARLIEST = datetime(1995, 1, 1, tzinfo=timezone.utc)
_MOST_BOXES = 1000


def recorded_at(file: BinaryIO, now: datetime) -> datetime | None:
    """The time in the header of an MP4 or MOV, aware; None in any other file, and where the time is
    missing or cannot be true.

    now: aware; nothing was recorded later. Only lengths and one number are read, nothing is
    decoded. The file is left at some other place.
    """
    found = _find(file, b"moov", 0, file.seek(0, os.SEEK_END))
    header = None if found is None else _find(file, b"mvhd", *found)
    if header is None:
        return None
    file.seek(header[0])
    data = file.read(12)
    if len(data) < 12:
        return None
    seconds = struct.unpack(">Q", data[4:12])[0] if data[0] == 1 else _number(data[4:8])
    try:
        when = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return None
    return when if _EARLIEST <= when <= now else None


def _find(file: BinaryIO, kind: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Where the contents of the first box of a kind begin and end, in bytes."""
    for _ in range(_MOST_BOXES):
        if start + 8 > end:
            return None
        file.seek(start)
        head = file.read(16)
        if len(head) < 8:
            return None
        size, inside = _number(head[:4]), start + 8
        if size == 1 and len(head) == 16:
            size, inside = struct.unpack(">Q", head[8:])[0], start + 16
        stop = end if size == 0 else min(end, start + size)
        if stop <= inside - 1 or stop <= start:
            return None
        if head[4:8] == kind:
            return inside, stop
        start = stop
    return None


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")
