"""The videos that were named, one by one or by their folder, and what to call their results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.commands.command import CommandError
from coach.files.places import is_folder, real
from coach.texts import say

SUFFIXES = frozenset(
    (
        ".3g2", ".3gp", ".asf", ".avi", ".flv", ".gif", ".m2ts", ".m4v", ".mkv", ".mov", ".mp4",
        ".mpeg", ".mpg", ".mts", ".ogv", ".ts", ".webm", ".wmv",
    )
)  # fmt: skip
"""What is taken for a video in a folder. A file that is named itself may be called anything."""


@dataclass(frozen=True)
class VideoFile:
    """A video, and a name of its own among all that were named."""

    path: Path
    name: str


def video_files(named: Sequence[Path], without: Iterable[Path] = ()) -> tuple[VideoFile, ...]:
    """Every video once: those in folders, and in folders in them, by path; hidden ones left out.

    without: files that are no input, as results of an earlier run. Raises CommandError where a
    folder holds no video.
    """
    left_out = {real(path) for path in without}
    found: dict[Path, tuple[Path, str]] = {}
    for place in named:
        if not is_folder(place):
            found.setdefault(real(place), (place, place.stem))
            continue
        inside = [path for path in _inside(place) if real(path) not in left_out]
        if not inside:
            raise CommandError(say("batch.no_videos", folder=place))
        for path in inside:
            parts = path.relative_to(place).with_suffix("").parts
            found.setdefault(real(path), (path, "-".join(parts)))
    taken: Counter[str] = Counter()
    files = []
    for path, name in found.values():
        taken[name] += 1
        files.append(VideoFile(path, name if taken[name] == 1 else f"{name}-{taken[name]}"))
    return tuple(files)


def _inside(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )
