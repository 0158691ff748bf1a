"""Sets out of a file that may come from anywhere: all of them are sound, or none is taken."""

from __future__ import annotations

import base64
import binascii
import io
import json
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from coach.files.errors import FileError
from coach.motion.codec import ReportError, from_json, read
from coach.motion.kinds import LONGEST_S, Known
from coach.motion.report import Report
from coach.records.errors import ImportRefusedError
from coach.records.exchange.exports import FORMAT, MEMBER, VERSION
from coach.records.storage.store import Block
from coach.records.values import RecordedFrom
from coach.records.zones import LONGEST
from coach.texts import say
from coach.tracks.decimation import thinned
from coach.tracks.npz import MAX_MEMBERS, read_track
from coach.tracks.packed import LARGEST_SIDE, PackError, pack_track, unpack

MOST_BYTES = 500_000_000
MOST_SETS = 100_000
MOST_TEXT = 16_000_000
"""Characters of one set: three times what an hour of movement takes."""

OLDEST, NEWEST = 1970, 2200
"""Years in which a set can have been."""

_HEAD = re.compile(
    rf'\s*\{{\s*"format"\s*:\s*"{FORMAT}"\s*,\s*"version"\s*:\s*(\d{{1,9}})\s*,'
    r'\s*"sets"\s*:\s*\[\s*'
)
_COMMA = re.compile(r"\s*,\s*")
_TAIL = re.compile(r"\s*\]\s*\}\s*")

_ID = re.compile(r"[0-9A-Za-z_-]{1,32}")
_ZONE = re.compile(r"[0-9A-Za-z_+:/-]+")


class Unsound(ValueError):  # noqa: N818 - what is wrong, in a few words of the file's own names
    """Something in it cannot be; the message names it."""


@dataclass(frozen=True)
class Imported:
    """A set that was found in a file, checked."""

    id: str
    source: RecordedFrom
    started_at: datetime
    zone: str
    report: Report
    blocks: tuple[Block, ...]


def check_sets(data: bytes) -> None:
    """Raises ImportRefusedError, one sentence, where anything in a file's bytes is wrong: to be
    asked before any of it is written, and others are kept waiting."""
    for _ in read_sets(data):
        pass


def read_sets(data: bytes) -> Iterator[Imported]:
    """The sets in a file's bytes, one after the other. Raises ImportRefusedError as soon as
    something is wrong: see `check_sets`."""
    if len(data) > MOST_BYTES:
        raise ImportRefusedError(say("records.import_large", limit=MOST_BYTES // 1_000_000))
    if data[:2] == b"PK":
        return _from_track_file(data)
    return _from_json(data)


def _from_json(data: bytes, movement: Block | None = None) -> Iterator[Imported]:
    for number, item in enumerate(_items(data), start=1):
        try:
            yield _set(item, movement)
        except (Unsound, ReportError, PackError, OverflowError) as error:
            why = str(error).rstrip(".")
            if isinstance(error, ReportError):
                why = say("records.wrong", name=error.name)
            raise ImportRefusedError(say("records.import_wrong", number=number, why=why)) from error


def _items(data: bytes) -> Iterator[object]:
    """What stands in the list of sets. It is read piece by piece: JSON that means harm takes twenty
    times its size in memory."""
    try:
        text = data.decode()
    except ValueError as error:
        raise ImportRefusedError(say("records.import_foreign")) from error
    head = _HEAD.match(text)
    if head is None:
        raise ImportRefusedError(say("records.import_foreign"))
    if int(head[1]) != VERSION:
        raise ImportRefusedError(say("records.import_newer"))
    at, more, number = head.end(), text[head.end() : head.end() + 1] != "]", 0
    while more:
        number += 1
        if number > MOST_SETS:
            raise ImportRefusedError(say("records.import_many", limit=MOST_SETS))
        try:
            item, at = _item(text, at)
        except (ValueError, RecursionError) as error:
            raise ImportRefusedError(say("records.import_broken", number=number)) from error
        yield item
        comma = _COMMA.match(text, at)
        at, more = (at, False) if comma is None else (comma.end(), True)
    if not _TAIL.fullmatch(text, at):
        raise ImportRefusedError(say("records.import_broken", number=max(1, number)))


def _item(text: str, at: int) -> tuple[object, int]:
    """The value that begins at a place, and where it ends. Raises ValueError; ImportRefusedError
    where it is longer than a set can be."""
    size = 250_000
    while True:
        try:
            item, length = json.JSONDecoder().raw_decode(text[at : at + size])
        except ValueError as error:
            if at + size >= len(text):
                raise
            if size >= MOST_TEXT:
                limit = MOST_TEXT // 1_000_000
                raise ImportRefusedError(say("records.import_set_large", limit=limit)) from error
            size *= 4
        else:
            return item, at + length


def _from_track_file(data: bytes) -> Iterator[Imported]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "set.npz"
        path.write_bytes(data)
        try:
            about = _member(data)
        except (
            OSError,
            zipfile.BadZipFile,
            zlib.error,
            KeyError,
            RuntimeError,
            ValueError,
        ) as error:
            raise ImportRefusedError(say("records.import_foreign")) from error
        try:
            track = read_track(path)
        except FileError as error:
            raise ImportRefusedError(_of_this_file(error, path)) from error
    if max(track.size) > LARGEST_SIDE:
        raise ImportRefusedError(say("records.import_track_size", limit=LARGEST_SIDE))
    kept = thinned(track)
    return _from_json(about, Block(0, len(kept.t), pack_track(kept)) if len(kept.t) else None)


def _of_this_file(error: FileError, path: Path) -> str:
    """A person who imports it knows nothing of the place that it was put in."""
    return str(error).replace(str(path), say("records.this_file"), 1)


def _member(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if len(archive.infolist()) > MAX_MEMBERS:
            raise ValueError("too many members")
        with archive.open(MEMBER) as file:
            text = file.read(MOST_TEXT + 1)
    if len(text) > MOST_TEXT:
        raise ValueError("too long")
    return text


def _set(item: Any, movement: Block | None) -> Imported:
    if not isinstance(item, Mapping):
        raise Unsound(say("records.wrong_kind"))
    report = from_json(item.get("report"))
    uneven = read(tuple[Known | None, ...], item.get("uneven_deg"))
    if len(uneven) != len(report.reps):
        raise Unsound(say("records.wrong", name="uneven_deg"))
    both = zip(report.reps, uneven, strict=True)
    reps = tuple(replace(rep, uneven_deg=value) for rep, value in both)
    return Imported(
        id=_text(item, "id", _ID, 32),
        source=_source(item.get("source")),
        started_at=_moment(item.get("started_at")),
        zone=_text(item, "zone", _ZONE, LONGEST),
        report=replace(report, reps=reps),
        blocks=_blocks(item.get("movement")) if movement is None else (movement,),
    )


def _text(item: Mapping[str, Any], name: str, pattern: re.Pattern[str], most: int) -> str:
    value = item.get(name)
    if not isinstance(value, str) or len(value) > most or not pattern.fullmatch(value):
        raise Unsound(say("records.wrong", name=name))
    return value


def _source(value: object) -> RecordedFrom:
    try:
        return RecordedFrom(value)
    except ValueError as error:
        raise Unsound(say("records.wrong", name="source")) from error


def _moment(value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        if moment is None or moment.tzinfo is None:
            raise Unsound(say("records.wrong", name="started_at"))
        moment = moment.astimezone(timezone.utc)
    except (ValueError, OverflowError) as error:
        raise Unsound(say("records.wrong", name="started_at")) from error
    if not OLDEST <= moment.year < NEWEST:
        raise Unsound(say("records.wrong", name="started_at"))
    return moment


def _blocks(value: object) -> tuple[Block, ...]:
    if value is None:
        return ()
    if not isinstance(value, str):
        raise Unsound(say("records.wrong", name="movement"))
    try:
        data = base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise Unsound(say("records.wrong", name="movement")) from error
    track = unpack(data)
    if track is None:
        return ()
    if abs(track.t[0]) > LONGEST_S or track.t[-1] > LONGEST_S:
        raise Unsound(say("records.wrong", name="movement"))
    return (Block(0, len(track.t), data),)
