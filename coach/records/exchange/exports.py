"""What a person kept, as files that are theirs; docs/formats.md describes them."""

from __future__ import annotations

import base64
import csv
import io
import json
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from math import isnan
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coach.analysis.exercise_words import deductions_text
from coach.motion.codec import to_json
from coach.records import reading
from coach.records.errors import NotFoundError
from coach.records.storage.rows import known
from coach.records.storage.tables import RepRow, SetRow
from coach.records.values import KeptSet, SetSummary
from coach.records.zones import moment_in
from coach.texts import say
from coach.tracks.npz import write_track
from coach.tracks.packed import unpack

FORMAT, VERSION = "fitness-coach-records", 1

MEMBER = "set.json"
"""What a track file holds besides the track: the set that it is of."""


def as_json(session: Session, person: int | None) -> bytes:
    """Everything of a person."""
    whole = bytearray(json.dumps({"format": FORMAT, "version": VERSION})[:-1].encode())
    whole += b', "sets": ['
    keys = reading.keys_of(session, person)
    for i, (key, kept) in enumerate(zip(keys, reading.wholes(session, keys), strict=True)):
        item = set_json(kept)
        item["movement"] = base64.b64encode(reading.packed(session, key)).decode() or None
        whole += b",\n" if i else b"\n"
        whole += json.dumps(item, allow_nan=False).encode()
    return bytes(whole + b"\n]}\n")


def as_track_file(session: Session, key: int) -> bytes:
    """One set as a `.npz`. Raises NotFoundError where none of its movement was kept."""
    track = unpack(reading.packed(session, key))
    if track is None:
        raise NotFoundError(say("records.no_movement"))
    kept = reading.whole(session, key)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "set.npz"
        write_track(path, track)
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            about = {"format": FORMAT, "version": VERSION, "sets": [set_json(kept)]}
            archive.writestr(MEMBER, json.dumps(about, allow_nan=False))
        return path.read_bytes()


def as_tables(session: Session, person: int | None) -> tuple[bytes, bytes]:
    """One row per set, and one row per rep, as CSV with a line of names."""
    if person is None:
        return _table((), _SET_NAMES), _table((), _REP_NAMES)
    sets = reversed(reading.summaries(session, person, None, None, None))
    return (
        _table(_set_lines(sets, _lost(session, person)), _SET_NAMES),
        _table(_rep_lines(session, person), _REP_NAMES),
    )


def set_json(kept: KeptSet) -> dict[str, Any]:
    """A set without its movement."""
    summary = kept.summary
    return {
        "id": summary.id,
        "source": summary.source.value,
        "started_at": summary.started_at.isoformat(),
        "zone": summary.zone,
        "uneven_deg": [known(rep.uneven_deg) for rep in kept.report.reps],
        "report": to_json(kept.report),
    }


_SET_NAMES = (
    "id", "started_at", "zone", "exercise", "level", "source", "duration_s", "reps", "attempts",
    "hold_s", "longest_hold_s", "score", "range_of_motion", "descent_s", "ascent_s", "uneven_deg",
    "view", "faults", "reasons", "deductions",
)  # fmt: skip

_REP_NAMES = (
    "set_id", "started_at", "exercise", "level", "number", "start_s", "bottom_s", "end_s",
    "descent_s", "ascent_s", "range_of_motion", "score", "uneven_deg", "faults",
    "deductions", "side",
)  # fmt: skip


def _lost(session: Session, person: int) -> dict[str, Counter[str]]:
    """By set, what took how many points of its reps' scores."""
    query = (
        select(SetRow.id, RepRow.deductions)
        .join(SetRow, SetRow.key == RepRow.set)
        .where(SetRow.person == person)
    )
    lost: dict[str, Counter[str]] = {}
    for set_id, deductions in session.execute(query):
        lost.setdefault(set_id, Counter()).update(dict(deductions))
    return lost


def _set_lines(
    sets: Iterable[SetSummary], lost: dict[str, Counter[str]]
) -> Iterator[dict[str, object]]:
    for summary in sets:
        line = {
            "started_at": summary.started_at.isoformat(),
            "source": summary.source.value,
            "view": summary.view.value,
            "faults": _counted(summary.faults.items()),
            "reasons": _counted(summary.reasons.items()),
            "deductions": _counted(lost.get(summary.id, {}).items()),
        }
        others = {name: getattr(summary, name) for name in _SET_NAMES if name not in line}
        yield others | line


def _rep_lines(session: Session, person: int) -> Iterator[dict[str, object]]:
    """Straight from the table: their evidence is most of the reps, and stands in no line."""
    query = (
        select(
            SetRow.id,
            SetRow.started_at,
            SetRow.zone,
            SetRow.exercise,
            SetRow.level,
            RepRow.number,
            RepRow.start_s,
            RepRow.bottom_s,
            RepRow.end_s,
            RepRow.range_of_motion,
            RepRow.score,
            RepRow.uneven_deg,
            RepRow.faults,
            RepRow.deductions,
            RepRow.side,
        )
        .join(SetRow, SetRow.key == RepRow.set)
        .where(SetRow.person == person)
        .order_by(SetRow.started_at, SetRow.key, RepRow.number)
    )
    for row in session.execute(query):
        yield {
            "set_id": row.id,
            "started_at": moment_in(row.started_at, row.zone).isoformat(),
            "exercise": row.exercise,
            "level": row.level,
            "number": row.number,
            "start_s": row.start_s,
            "bottom_s": row.bottom_s,
            "end_s": row.end_s,
            "descent_s": row.bottom_s - row.start_s,
            "ascent_s": row.end_s - row.bottom_s,
            "range_of_motion": row.range_of_motion,
            "score": row.score,
            "uneven_deg": row.uneven_deg,
            "faults": " ".join(row.faults),
            "deductions": deductions_text(tuple((key, points) for key, points in row.deductions)),
            "side": row.side,
        }


def _counted(counts: Any) -> str:
    return " ".join(f"{key}:{count}" for key, count in sorted(counts))


def _table(lines: Iterable[dict[str, object]], names: tuple[str, ...]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, names)
    writer.writeheader()
    for line in lines:
        writer.writerow({name: _cell(line[name]) for name in names})
    return text.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, float):
        return "" if isnan(value) else round(value, 4)
    # A spreadsheet takes a text that begins like this for a formula, and runs it.
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + value
    return "" if value is None else value
