"""Sets out of a file that may come from anywhere: all of them are sound, or none is taken."""

from __future__ import annotations

import base64
import binascii
import io
import json
import re
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from coach.files.errors import FileError
from coach.files.track_file import MAX_MEMBERS, read_track
from coach.motion.report import Report, ReportError
from coach.motion.report_reader import from_json
from coach.records.checking import Unsound, check_report, number_or_nan
from coach.records.errors import ImportRefusedError
from coach.records.exports import FORMAT, MEMBER, VERSION
from coach.records.pack import PackError, pack_track, unpack
from coach.records.store import Block
from coach.records.thinning import thinned
from coach.records.values import Source
from coach.records.zones import LONGEST
from coach.texts import say

MOST_BYTES = 1_000_000_000
MOST_SETS = 100_000
MOST_TEXT = 64_000_000
"""Bytes of the JSON inside a track file, unpacked."""

_ID = re.compile(r"[0-9A-Za-z_-]{1,32}")
_ZONE = re.compile(r"[0-9A-Za-z_+:/-]+")
_YEARS = range(1970, 2200)


@dataclass(frozen=True)
class Imported:
    """A set that was found in a file, checked."""

    id: str
    source: Source
    started_at: datetime
    zone: str
    report: Report
    uneven_deg: tuple[float, ...]
    blocks: tuple[Block, ...]


def read_sets(data: bytes) -> tuple[Imported, ...]:
    """The sets in a file's bytes. Raises ImportRefusedError, one sentence."""
    if len(data) > MOST_BYTES:
        raise ImportRefusedError(say("records.import_large", limit=MOST_BYTES // 1_000_000))
    if data[:2] == b"PK":
        return _from_track_file(data)
    return _from_json(data)


def _from_json(data: bytes, movement: Block | None = None) -> tuple[Imported, ...]:
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ImportRefusedError(say("records.import_foreign")) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ImportRefusedError(say("records.import_foreign"))
    if whole.get("version") != VERSION:
        raise ImportRefusedError(say("records.import_newer"))
    items = whole.get("sets")
    if not isinstance(items, list) or len(items) > MOST_SETS:
        raise ImportRefusedError(say("records.import_foreign"))
    found: dict[str, Imported] = {}
    for i, item in enumerate(items):
        try:
            one = _set(item, movement)
        except (Unsound, ReportError, PackError, OverflowError) as error:
            why = say("records.import_wrong", number=i + 1, why=str(error).rstrip("."))
            raise ImportRefusedError(why) from error
        found.setdefault(one.id, one)
    return tuple(found.values())


def _from_track_file(data: bytes) -> tuple[Imported, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "set.npz"
        path.write_bytes(data)
        try:
            track = read_track(path)
            about = _member(data)
        except (FileError, zipfile.BadZipFile, KeyError, RuntimeError, ValueError) as error:
            raise ImportRefusedError(say("records.import_foreign")) from error
    kept = thinned(track)
    return _from_json(about, Block(0, len(kept.t), pack_track(kept)) if len(kept.t) else None)


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
    check_report(report)
    uneven = item.get("uneven_deg")
    if not isinstance(uneven, list) or len(uneven) != len(report.reps):
        raise Unsound(say("records.wrong", name="uneven_deg"))
    return Imported(
        id=_text(item, "id", _ID, 32),
        source=_source(item.get("source")),
        started_at=_moment(item.get("started_at")),
        zone=_text(item, "zone", _ZONE, LONGEST),
        report=report,
        uneven_deg=tuple(number_or_nan("uneven_deg", value) for value in uneven),
        blocks=_blocks(item.get("movement")) if movement is None else (movement,),
    )


def _text(item: Mapping[str, Any], name: str, pattern: re.Pattern[str], most: int) -> str:
    value = item.get(name)
    if not isinstance(value, str) or len(value) > most or not pattern.fullmatch(value):
        raise Unsound(say("records.wrong", name=name))
    return value


def _source(value: object) -> Source:
    try:
        return Source(value)
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
    if moment.year not in _YEARS:
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
    return () if track is None else (Block(0, len(track.t), data),)
