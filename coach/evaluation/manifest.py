"""What was seen by eye: a manifest of clips, read with distrust. docs/formats.md describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

from coach.evaluation.words import ViewClass, view_class
from coach.files.errors import FileError
from coach.files.places import is_folder
from coach.texts import say

# Neither reps nor seconds of one clip: larger numbers only overflow what is computed from them.
MOST = 1_000_000


class ManifestError(FileError):
    """A file that is no manifest. The message is one sentence that says what to do."""


@dataclass(frozen=True)
class Segment:
    """From start_s to end_s (seconds) one posture was seen."""

    start_s: float
    end_s: float
    plank: bool
    fault: str | None = None
    """A word, or None."""


@dataclass(frozen=True)
class Clip:
    """One clip and what a careful person saw in it."""

    id: str
    exercise: str
    view: ViewClass = ViewClass.UNKNOWN
    reps: int | None = None
    """None where no count can be given."""
    accept: tuple[int, int] | None = None
    """The least and the most that can be defended."""
    bottoms_s: tuple[float, ...] = ()
    """The deepest points, in seconds."""
    faults: tuple[str, ...] | None = None
    """The manifest's words, None where nobody looked for them."""
    segments: tuple[Segment, ...] = ()
    group: str = ""
    """Clips of one group show one person or place."""
    track: Path | None = None
    video: Path | None = None
    """Files, None where the manifest names none."""


def read_manifest(path: Path) -> tuple[Clip, ...]:
    """The clips of a manifest, in its order; files in it are relative to its folder.

    Raises ManifestError, which names the clip and the entry that is wrong.
    """
    if is_folder(path):
        raise ManifestError(say("evaluate.is_folder", file=path))
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise ManifestError(say("file.missing", file=path)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ManifestError(say("file.not_read", file=path, reason=reason)) from error
    # RecursionError: brackets nested deeper than the reader goes.
    except (ValueError, RecursionError) as error:
        raise ManifestError(say("evaluate.no_json", file=path)) from error
    rows = data.get("clips") if isinstance(data, dict) else None
    if not isinstance(rows, list) or not rows:
        raise ManifestError(say("evaluate.no_clips", file=path))
    clips = tuple(_clip(_Entry(path, number, row)) for number, row in enumerate(rows, start=1))
    seen: set[str] = set()
    for clip in clips:
        if clip.id in seen:
            raise ManifestError(say("evaluate.clip_twice", file=path, clip=clip.id))
        seen.add(clip.id)
    return clips


class _Entry:
    """One object of the manifest, which complains with its file and name."""

    def __init__(self, path: Path, number: int, data: object, name: str = "") -> None:
        self.path = path
        self.number = number
        self.name = name or say("evaluate.clip_number", number=number)
        if not isinstance(data, Mapping):
            raise ManifestError(say("evaluate.no_object", file=path, clip=self.name))
        self.data = data
        if not name and isinstance(data.get("id"), str):
            self.name = data["id"]

    def wrong(self, key: str, wanted: str) -> ManifestError:
        return ManifestError(
            say("evaluate.wrong", file=self.path, clip=self.name, entry=key, wanted=wanted)
        )

    def text(self, key: str, default: str | None = None) -> str:
        value = self.data.get(key, default)
        if not isinstance(value, str) or (default is None and not value):
            raise self.wrong(key, say("evaluate.wanted_text"))
        return value

    def count(self, key: str) -> int | None:
        value = self.data.get(key)
        if value is not None and not _is_count(value):
            raise self.wrong(key, say("evaluate.wanted_count"))
        return value

    def items(self, key: str) -> list[Any] | None:
        value = self.data.get(key)
        if value is not None and not isinstance(value, list):
            raise self.wrong(key, say("evaluate.wanted_list"))
        return value

    def seconds(self, key: str) -> float:
        value = self.data.get(key)
        if not _is_seconds(value):
            raise self.wrong(key, say("evaluate.wanted_seconds"))
        return float(value)

    def file(self, key: str) -> Path | None:
        name = self.text(key, default="") if self.data.get(key) is not None else ""
        return self.path.parent / name if name else None


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def _is_seconds(value: object) -> TypeGuard[float]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return -MOST <= value <= MOST


def _clip(entry: _Entry) -> Clip:
    accept = entry.items("reps_accept")
    if accept is not None:
        good = len(accept) == 2 and all(map(_is_count, accept)) and accept[0] <= accept[1]
        if not good:
            raise entry.wrong("reps_accept", say("evaluate.wanted_range"))
    reps = entry.count("reps_by_eye")
    if accept is None and reps is not None:
        accept = [reps, reps]
    bottoms = entry.items("bottoms_s") or []
    if not all(map(_is_seconds, bottoms)):
        raise entry.wrong("bottoms_s", say("evaluate.wanted_times"))
    faults = entry.items("faults")
    if faults is not None and not all(isinstance(word, str) for word in faults):
        raise entry.wrong("faults", say("evaluate.wanted_words"))
    return Clip(
        id=entry.text("id"),
        exercise=entry.text("exercise"),
        view=view_class(entry.text("view", default="")),
        reps=reps,
        accept=None if accept is None else (accept[0], accept[1]),
        bottoms_s=tuple(sorted(float(t) for t in bottoms)),
        faults=None if faults is None else tuple(faults),
        segments=tuple(
            _segment(_Entry(entry.path, entry.number, row, entry.name))
            for row in entry.items("segments") or []
        ),
        group=entry.text("group", default=""),
        track=entry.file("track"),
        video=entry.file("clip"),
    )


def _segment(entry: _Entry) -> Segment:
    start, end = entry.seconds("t0"), entry.seconds("t1")
    if end <= start:
        raise entry.wrong("t1", say("evaluate.wanted_later"))
    plank = entry.data.get("plank")
    if plank is None:
        plank = "plank" in entry.text("pose", default="").lower()
    elif not isinstance(plank, bool):
        raise entry.wrong("plank", say("evaluate.wanted_flag"))
    fault = entry.data.get("fault")
    if fault is not None and not isinstance(fault, str):
        raise entry.wrong("fault", say("evaluate.wanted_text"))
    return Segment(start, end, plank, fault)
