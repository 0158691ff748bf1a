"""A landmark track in few bytes: what a minute of movement costs is written in docs/formats.md.

Landmarks move smoothly, so that a stretch of each coordinate is a few cosines: every block of
BLOCK rows is transformed over time (an orthonormal DCT-II), rounded to steps about as large as the
landmarks' own noise, and compressed. Each block stands for itself, so that a track can be kept
while it grows.
"""

from __future__ import annotations

import lzma
import struct
from functools import cache

import numpy as np
import numpy.typing as npt

from coach.arrays import FloatArray
from coach.motion.poses.pose import LANDMARK_COUNT
from coach.motion.poses.track import Track

BLOCK = 64
"""Rows in a block, at most: four seconds at 15 rows a second."""

LARGEST_SIDE = 65_535
"""Pixels of a picture's width and height."""

ROW = LANDMARK_COUNT * 7
"""Numbers in a row: image (33, 3), world (33, 3), visibility (33)."""

_IMAGE = LANDMARK_COUNT * 3

# Steps of x and y, and of z, in units of the picture; of world landmarks in metres; of visibility.
# Replays of 35 recorded clips count as before with them (tests/tracks/test_packed.py). No rule
# reads the picture's z, and the moving skeleton takes its depth from the world landmarks.
_STEPS = np.concatenate(
    [
        np.tile([0.0025, 0.0025, 0.1], LANDMARK_COUNT),
        np.tile([0.0125, 0.0125, 0.02], LANDMARK_COUNT),
        np.full(LANDMARK_COUNT, 0.15),
    ]
)

# A window that holds a block: setting up a larger one costs more than the compression. The numbers
# are in no groups of four, which the preset takes them for.
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 4, "dict_size": 1 << 15, "lc": 0, "pb": 0}]

# Version, rows, rows with a person, width, height, milliseconds of the first row.
_HEAD = struct.Struct("<BBBHHq")
_LENGTH = struct.Struct("<I")
_VERSION = 1

# Larger numbers are rare, and follow at the end of the block. The largest stands for a landmark ten
# widths outside the picture.
_ESCAPE, _LARGEST = 255, 65535


class PackError(ValueError):
    """Bytes that are no packed track."""


def pack(t: FloatArray, rows: npt.NDArray[np.float32], size: tuple[int, int]) -> bytes:
    """One block. t: (n,) seconds, rising, n from 1 to BLOCK. rows: (n, ROW), of NaN where nobody
    was seen. size: the picture's width and height, at most LARGEST_SIDE."""
    seen = ~np.isnan(rows).any(axis=1)
    people = rows[seen].astype(np.float64)
    ms = np.rint(t * 1000).astype(np.int64)
    body = np.diff(ms).astype("<u4").tobytes() + np.packbits(seen).tobytes()
    if len(people):
        # Not by a matrix product: its library's threads cost more than these few numbers.
        waves = np.einsum("kn,nc->kc", _cosines(len(people)), people)
        body += _numbers(np.rint(waves / _STEPS).astype(np.int64))
    data = _HEAD.pack(_VERSION, len(t), len(people), *size, int(ms[0]))
    data += lzma.compress(body, format=lzma.FORMAT_RAW, filters=_FILTERS)
    return _LENGTH.pack(len(data)) + data


def unpack(data: bytes) -> Track | None:
    """The track of blocks in a row; None where there is none. Raises PackError.

    Where the pictures changed their size, all are brought to the first one's. A row that is no
    later than the one before it is passed over.
    """
    times: list[FloatArray] = []
    parts: list[FloatArray] = []
    size: tuple[int, int] | None = None
    at = 0
    try:
        while at < len(data):
            (length,) = _LENGTH.unpack_from(data, at)
            at += _LENGTH.size
            if length > len(data) - at:
                raise PackError("A block of the track is cut off.")
            t, rows, own = _block(data[at : at + length])
            if not np.isnan(rows).all():
                size = size or own
                image = rows[:, :_IMAGE].reshape(len(rows), LANDMARK_COUNT, 3)
                image[:, :, :2] *= np.divide(own, size)
                image[:, :, 2] *= own[0] / size[0]
            times.append(t)
            parts.append(rows)
            at += length
        if not times:
            return None
        return _track(np.concatenate(times), np.concatenate(parts), size or (1, 1))
    except (struct.error, lzma.LZMAError, ValueError, ZeroDivisionError) as error:
        raise PackError("This is no packed track.") from error


def pack_track(track: Track) -> bytes:
    """A whole track, block by block."""
    n = len(track.t)
    rows = np.concatenate(
        [track.image.reshape(n, -1), track.world.reshape(n, -1), track.visibility], axis=1
    ).astype(np.float32)
    return b"".join(
        pack(track.t[i : i + BLOCK], rows[i : i + BLOCK], track.size) for i in range(0, n, BLOCK)
    )


def _track(t: FloatArray, rows: FloatArray, size: tuple[int, int]) -> Track:
    later = np.ones(len(t), dtype=bool)
    later[1:] = t[1:] > np.maximum.accumulate(t)[:-1]
    t, rows = t[later], rows[later]
    shape = (len(rows), LANDMARK_COUNT, 3)
    return Track.from_arrays(
        t,
        rows[:, :_IMAGE].reshape(shape),
        rows[:, _IMAGE : 2 * _IMAGE].reshape(shape),
        np.clip(rows[:, 2 * _IMAGE :], 0.0, 1.0),
        size,
    )


def _block(data: bytes) -> tuple[FloatArray, FloatArray, tuple[int, int]]:
    version, n, people, width, height, first = _HEAD.unpack_from(data)
    if version != _VERSION or not 0 < n <= BLOCK or people > n or not (width and height):
        raise PackError("This is no packed track.")
    # A block says how much it holds; what unpacks to more is not read on.
    unpacker = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=_FILTERS)
    body = unpacker.decompress(data[_HEAD.size :], 5 * n + 3 * people * ROW)
    steps = np.frombuffer(body, "<u4", n - 1)
    t = (first + np.concatenate([[0], np.cumsum(steps, dtype=np.int64)])) / 1000
    at = 4 * (n - 1)
    bits = np.frombuffer(body, np.uint8, (n + 7) // 8, at)
    seen = np.unpackbits(bits, count=n).astype(bool)
    if seen.sum() != people:
        raise PackError("This is no packed track.")
    rows = np.full((n, ROW), np.nan)
    if people:
        waves = _read(body, at + len(bits), people) * _STEPS
        rows[seen] = np.einsum("kn,kc->nc", _cosines(people), waves)
    return t, rows, (width, height)


def _numbers(whole: npt.NDArray[np.int64]) -> bytes:
    """(n, ROW) whole numbers, one coordinate after the other, near 0 as one byte each."""
    values = whole.T.ravel()
    folded = (values << 1) ^ (values >> 63)
    small = np.minimum(folded, _ESCAPE)
    large = np.minimum(folded[small == _ESCAPE], _LARGEST)
    return bytes(small.astype(np.uint8).tobytes() + large.astype("<u2").tobytes())


def _read(body: bytes, at: int, people: int) -> FloatArray:
    folded = np.frombuffer(body, np.uint8, people * ROW, at).astype(np.int64)
    large = folded == _ESCAPE
    folded[large] = np.frombuffer(body, "<u2", int(large.sum()), at + people * ROW)
    values = (folded >> 1) ^ -(folded & 1)
    return values.reshape(ROW, people).T.astype(np.float64)


@cache
def _cosines(n: int) -> FloatArray:
    """The orthonormal DCT-II over n rows, (n, n)."""
    k, i = np.arange(n)[:, None], np.arange(n)[None, :]
    table = np.cos(np.pi * (i + 0.5) * k / n) * np.sqrt(2 / n)
    table[0] /= np.sqrt(2)
    return np.asarray(table, dtype=np.float64)
