"""Make a `.task` bundle out of a complete one and another landmark network.

The networks that registries carry lack one thing: the metadata entry that says how the picture is
normalised, without which MediaPipe refuses them. Lite, full and heavy have the same inputs and
outputs, so the full bundle's entry is right for all three and is copied from it.

A TFLite file is a flatbuffer whose references only ever point forward. So a new root table is put
in front and points at the parts of the old file, of which no byte changes. Nothing depends on a
library's way of writing: the same input gives the same bytes everywhere, and its SHA-256 can be
pinned. Layout: tensorflow/lite/schema/schema.fbs and https://flatbuffers.dev/internals.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

DETECTOR = "pose_detector.tflite"
LANDMARKS = "pose_landmarks_detector.tflite"

_METADATA_NAME = b"TFLITE_METADATA"
# Fields of the table Model, by their place in schema.fbs; all but the version are references.
_VERSION, _BUFFERS, _METADATA = 0, 4, 6
_FIELDS = 8
_HEADER = 8  # the root's offset and the file identifier
_ALIGN = 64  # at least the 16 that the schema wants of a buffer's data
_ZIP_ALIGN_ID = 0xD935  # the id that Android's zipalign gives to its padding
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def assemble(full_bundle: bytes, network: bytes) -> bytes:
    """A bundle of `full_bundle`'s person detector and the landmark network `network` (a .tflite
    without metadata), to which the full bundle's metadata is added. Same input, same bytes.

    Raises ValueError when either is not what it should be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(full_bundle)) as bundle:
            detector, landmarks = bundle.read(DETECTOR), bundle.read(LANDMARKS)
        return bundled({DETECTOR: detector, LANDMARKS: with_metadata(network, metadata(landmarks))})
    except (zipfile.BadZipFile, KeyError, struct.error, IndexError) as error:
        raise ValueError(f"These are no model files: {error}.") from error


def bundled(members: Mapping[str, bytes]) -> bytes:
    """An uncompressed zip with fixed times whose members' data is aligned, as MediaPipe maps it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as bundle:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.create_system = 3  # else the bytes differ on Windows
            start = out.tell() + 30 + len(name) + 4
            padding = _up(start, _ALIGN) - start
            info.extra = struct.pack("<HH", _ZIP_ALIGN_ID, padding) + bytes(padding)
            bundle.writestr(info, data)
    return out.getvalue()


def metadata(network: bytes) -> bytes:
    """The content of a .tflite file's metadata entry. Raises ValueError when it has none."""
    model = _fields(network, _target(network, 0))
    entries = _vector(network, model[_METADATA]) if _METADATA in model else []
    for entry in entries:
        name_at, buffer_at = (_fields(network, entry)[field] for field in (0, 1))
        if _bytes(network, _target(network, name_at)) == _METADATA_NAME:
            index = _u32(network, buffer_at)
            buffer = _fields(network, _vector(network, model[_BUFFERS])[index])
            return _bytes(network, _target(network, buffer[0]))
    raise ValueError("The network carries no metadata.")


def with_metadata(network: bytes, content: bytes) -> bytes:
    """`network` (a .tflite file) with one more metadata entry that holds `content`."""
    old = _fields(network, _target(network, 0))
    buffers = _vector(network, old[_BUFFERS])
    entries = _vector(network, old[_METADATA]) if _METADATA in old else []

    # Where each new part will stand; the old file follows at `base`.
    table = _HEADER + 4 + 2 * _FIELDS
    buffers_at = table + 4 + 4 * _FIELDS
    entries_at = buffers_at + 4 * (2 + len(buffers))
    buffer_at = entries_at + 4 * (2 + len(entries)) + 8
    entry_at = buffer_at + 8 + 8
    name_at = entry_at + 12
    data_at = _up(name_at + 4 + len(_METADATA_NAME) + 1 + 4, 16) - 4
    base = _up(data_at + 4 + len(content), _ALIGN)

    new = bytearray(base)
    struct.pack_into("<I4s", new, 0, table, network[4:8])
    struct.pack_into("<HH", new, _HEADER, 4 + 2 * _FIELDS, 4 + 4 * _FIELDS)
    struct.pack_into("<i", new, table, table - _HEADER)
    for field in range(_FIELDS):
        place = table + 4 + 4 * field
        if field == _VERSION:
            value = _u32(network, old[field])
        elif field in (_BUFFERS, _METADATA):
            value = (buffers_at if field == _BUFFERS else entries_at) - place
        elif field in old:
            value = base + _target(network, old[field]) - place
        else:
            continue
        struct.pack_into("<H", new, _HEADER + 4 + 2 * field, 4 + 4 * field)
        struct.pack_into("<I", new, place, value)
    _put_vector(new, buffers_at, [*(base + b for b in buffers), buffer_at])
    _put_vector(new, entries_at, [*(base + e for e in entries), entry_at])
    struct.pack_into("<HHH", new, buffer_at - 8, 6, 8, 4)
    struct.pack_into("<iI", new, buffer_at, 8, data_at - (buffer_at + 4))
    struct.pack_into("<HHHH", new, entry_at - 8, 8, 12, 4, 8)
    struct.pack_into("<iII", new, entry_at, 8, name_at - (entry_at + 4), len(buffers))
    _put_bytes(new, name_at, _METADATA_NAME)
    _put_bytes(new, data_at, content)
    return bytes(new) + network


def _up(place: int, multiple: int) -> int:
    return -(-place // multiple) * multiple


def _u32(data: bytes, place: int) -> int:
    return int(struct.unpack_from("<I", data, place)[0])


def _target(data: bytes, place: int) -> int:
    return place + _u32(data, place)


def _fields(data: bytes, table: int) -> dict[int, int]:
    """Where each present field of a table stands, by its place in the schema."""
    vtable = table - struct.unpack_from("<i", data, table)[0]
    (size,) = struct.unpack_from("<H", data, vtable)
    offsets = struct.unpack_from(f"<{size // 2 - 2}H", data, vtable + 4)
    return {field: table + offset for field, offset in enumerate(offsets) if offset}


def _vector(data: bytes, place: int) -> list[int]:
    """Where the tables of a vector stand, whose reference is at `place`."""
    start = _target(data, place)
    return [_target(data, start + 4 + 4 * i) for i in range(_u32(data, start))]


def _bytes(data: bytes, start: int) -> bytes:
    return data[start + 4 : start + 4 + _u32(data, start)]


def _put_vector(new: bytearray, start: int, targets: list[int]) -> None:
    struct.pack_into("<I", new, start, len(targets))
    for i, target in enumerate(targets):
        place = start + 4 + 4 * i
        struct.pack_into("<I", new, place, target - place)


def _put_bytes(new: bytearray, start: int, content: bytes) -> None:
    struct.pack_into(f"<I{len(content)}s", new, start, len(content), content)
