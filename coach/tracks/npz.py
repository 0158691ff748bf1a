"""Landmark tracks as `.npz` files; docs/formats.md describes them for other programs."""

from __future__ import annotations

import math
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any, Literal

import numpy as np
import numpy.typing as npt

from coach.files.atomic import replacing
from coach.files.errors import TrackFileError
from coach.files.places import check_readable
from coach.motion.poses.pose import LANDMARK_COUNT, PoseError
from coach.motion.poses.track import Track
from coach.texts import say
from coach.tracks.numbers import check_landmarks, check_times

Floats = npt.NDArray[np.floating]

# Each array and the shape of one row of it.
ROW_SHAPES: dict[str, tuple[int, ...]] = {
    "t": (),
    "image": (LANDMARK_COUNT, 3),
    "world": (LANDMARK_COUNT, 3),
    "visibility": (LANDMARK_COUNT,),
}
NAMES = (*ROW_SHAPES, "size")

# Two hours, the longest video that is read, at 60 frames a second.
MAX_FRAMES = 2 * 3600 * 60

# More than four arrays with their directory: what follows a zip's name may be anything.
MAX_MEMBERS = 64


def read_track(path: Path) -> Track:
    """Read a track. Nothing in the file is executed, and memory is taken only for what fits.

    Raises TrackFileError, one sentence, when the file is missing, is no track, holds arrays of
    another shape, another type or more than MAX_FRAMES rows, or numbers in other units.
    """
    check_readable(path, TrackFileError)
    try:
        with zipfile.ZipFile(path) as archive:
            arrays = {name: _read_array(archive, name, path) for name in NAMES}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        # Encrypted, or packed in a way that zipfile does not know.
        RuntimeError,
        MemoryError,
    ) as error:
        raise TrackFileError(say("file.no_track", file=path)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise TrackFileError(say("file.not_read", file=path, reason=reason)) from error
    check_times(arrays["t"], path)
    try:
        track = Track.from_arrays(**arrays)
    except PoseError as error:
        reason = str(error).rstrip(".")
        raise TrackFileError(say("file.track_wrong", file=path, reason=reason)) from error
    check_landmarks(track, path)
    return track


def write_track(path: Path, track: Track) -> None:
    """Write a track, whole or not at all. Raises OutputError.

    Landmarks are kept as 32-bit floats, which is what the network gives; times as 64-bit ones.
    """
    parts = ([track.image], [track.world], [track.visibility])
    write_parts(path, track.t, *parts, track.size)


def write_parts(
    path: Path,
    t: npt.ArrayLike,
    image: Iterable[Floats],
    world: Iterable[Floats],
    visibility: Iterable[Floats],
    size: tuple[int, int],
) -> None:
    """As write_track, from what is trusted: arrays of some rows each, one after the other, which
    together are those of a track. They need not be in memory all at once. Raises OutputError."""
    times = np.asarray(t, dtype=np.float64)
    with replacing(path) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        _write_member(archive, "t", times.shape, np.float64, [times])
        for name, parts in (("image", image), ("world", world), ("visibility", visibility)):
            shape = (len(times), *ROW_SHAPES[name])
            _write_member(archive, name, shape, np.float32, parts)
        _write_member(archive, "size", (2,), np.int32, [np.array(size)])


def _write_member(
    archive: zipfile.ZipFile,
    name: str,
    shape: tuple[int, ...],
    kind: npt.DTypeLike,
    parts: Iterable[npt.NDArray[Any]],
) -> None:
    # An entry made by hand has the same date every time: the same track gives the same bytes.
    entry = zipfile.ZipInfo(f"{name}.npy")
    entry.compress_type = zipfile.ZIP_DEFLATED
    described = {"descr": np.dtype(kind).str, "fortran_order": False, "shape": shape}
    with archive.open(entry, "w", force_zip64=True) as member:
        np.lib.format.write_array_header_1_0(member, described)
        for part in parts:
            member.write(np.ascontiguousarray(part, dtype=kind).tobytes())


def _read_array(archive: zipfile.ZipFile, name: str, path: Path) -> npt.NDArray[np.float64]:
    if len(archive.infolist()) > MAX_MEMBERS:
        raise TrackFileError(say("file.no_track", file=path))
    try:
        member = archive.getinfo(f"{name}.npy")
    except KeyError as error:
        raise TrackFileError(say("file.track_part_missing", file=path, name=name)) from error
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise TrackFileError(say("file.no_track", file=path))
    with archive.open(member) as file:
        shape, order, dtype = _read_header(file)
        _check_header(name, shape, dtype, path)
        size = math.prod(shape) * dtype.itemsize
        # The header speaks before memory is taken; here it must agree with what is there.
        if member.file_size > size + 4096:
            raise TrackFileError(say("file.no_track", file=path))
        data = file.read(size)
    if len(data) != size:
        raise TrackFileError(say("file.no_track", file=path))
    return np.frombuffer(data, dtype=dtype).reshape(shape, order=order).astype(np.float64)


def _read_header(
    file: IO[bytes],
) -> tuple[tuple[int, ...], Literal["C", "F"], np.dtype[np.generic]]:
    version = np.lib.format.read_magic(file)
    read = (
        np.lib.format.read_array_header_1_0
        if version == (1, 0)
        else np.lib.format.read_array_header_2_0
    )
    shape, columns_first, dtype = read(file)
    return shape, "F" if columns_first else "C", dtype


def _check_header(
    name: str, shape: tuple[int, ...], dtype: np.dtype[np.generic], path: Path
) -> None:
    if dtype.kind not in "fiu":
        reason = say("file.track_wrong_type", name=name, dtype=dtype)
        raise TrackFileError(say("file.track_wrong", file=path, reason=reason))
    expected = (2,) if name == "size" else shape[:1] + ROW_SHAPES[name]
    if not shape or shape != expected:
        reason = say("file.track_wrong_shape", name=name, shape=shape)
        raise TrackFileError(say("file.track_wrong", file=path, reason=reason))
    if shape[0] > MAX_FRAMES:
        raise TrackFileError(say("file.track_too_long", file=path, rows=shape[0], limit=MAX_FRAMES))
