"""`python -m coach analyze FILE... FOLDER...`: many videos, on all cores, again after a break."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from coach.commands.batches.one_video import How, Outputs, analyze_video
from coach.commands.batches.settings_digest import settings_digest
from coach.commands.batches.summary_table import (
    DONE,
    FAILED,
    NOBODY,
    SummaryRow,
    figures,
    finished,
    read_summary,
    row_name,
    write_summary,
)
from coach.commands.batches.video_files import VideoFile
from coach.commands.batches.workers import stopping
from coach.commands.command import CommandError
from coach.commands.console import Advance, Console
from coach.files.atomic import check_output
from coach.files.errors import FileError
from coach.motion.poses.pose import PoseError
from coach.texts import say
from coach.video.opening import open_file
from coach.vision.models.libraries import LibraryError
from coach.vision.models.model_store import ModelStoreError

NAME = "{name}"
"""What stands for each video's own name in the names of outputs."""


@dataclass(frozen=True)
class Work:
    """One video to analyze."""

    file: VideoFile
    how: How
    outputs: Outputs
    settings: str
    known: frozenset[str]
    """Digests of contents whose result is known, outputs included."""


@dataclass(frozen=True)
class Outcome:
    """What became of one video of a batch."""

    digest: str
    """Of the content."""
    row: SummaryRow | None
    """None where the result is known already."""
    warnings: tuple[str, ...] = ()


class Pool(Protocol):
    """What runs the work (coach.commands.batches.workers.Workers)."""

    def run(
        self, tasks: Iterable[Work], ended: Callable[[Work, Outcome | BaseException], None]
    ) -> None:
        """Every task; `ended` is told its outcome or what it raised."""


def analyze_many(
    files: Sequence[VideoFile],
    how: How,
    patterns: Outputs,
    summary: Path | None,
    pool: Pool,
    console: Console,
) -> None:
    """Analyze every video that is not done yet, and write a row for each.

    patterns: outputs whose names hold {name}. Raises CommandError where one failed, after all the
    others are finished, OutputError where the summary cannot be written.
    """
    if summary is not None:
        check_output(summary)
    rows = {} if summary is None else read_summary(summary)
    settings = settings_digest(how)
    done = finished(rows.values())
    works = [_work(file, how, patterns, settings, done) for file in files]
    names = [row_name(file.path) for file in files]
    counts: Counter[str] = Counter()
    with console.bar(say("batch.bar"), say("batch.bar_unit"), stage="files") as advance:

        def ended(work: Work, outcome: Outcome | BaseException) -> None:
            name = row_name(work.file.path)
            if isinstance(outcome, BaseException):
                outcome = Outcome("", _failed(work, "", say("batch.broke_off", file=name)))
            for warning in outcome.warnings:
                console.note(warning)
            row = outcome.row
            if row is None:
                row = replace(done[outcome.digest, settings], file=name)
                counts["known"] += 1
            rows[name] = row
            counts[row.status] += 1
            if summary is not None:
                ordered = {name: rows[name] for name in names if name in rows}
                write_summary(summary, ordered | rows)
            _tell(row, console)
            advance(sum(counts[status] for status in (DONE, NOBODY, FAILED)), len(files))

        pool.run(works, ended)
    console.tell(
        say("batch.end", count=len(files), known=counts["known"], failed=counts[FAILED],
            nobody=counts[NOBODY])
    )  # fmt: skip
    wrong = counts[FAILED] + counts[NOBODY]
    if wrong:
        raise CommandError(say("batch.some_failed", failed=wrong, count=len(files)))


def analyze_one(work: Work) -> Outcome:
    """In a worker: one video from the first to the last, or not at all where it is known."""
    quiet = _Quiet()
    digest = ""
    try:
        digest = _digest(work.file.path)
        if digest in work.known:
            return Outcome(digest, None)
        analysis = analyze_video(work.file.path, work.how, work.outputs, quiet)
    except (CommandError, FileError, LibraryError, ModelStoreError, PoseError, OSError) as error:
        return Outcome(digest, _failed(work, digest, str(error)), tuple(quiet.notes))
    row = _row(work, DONE if analysis.seen else NOBODY, digest)
    if not analysis.seen:
        row = replace(row, error=say("cli.nobody", file=work.file.path))
    return Outcome(digest, replace(row, **figures(analysis.report)), tuple(quiet.notes))


class _Quiet(Console):
    """Keeps what is said until the parent can say it, and gives up when the run is interrupted."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def note(self, text: str) -> None:
        self.notes.append(text)

    def bar(
        self, label: str, unit: str, scale: bool = False, stage: str = ""
    ) -> AbstractContextManager[Advance]:
        del label, unit, scale, stage
        return _watching()


@contextmanager
def _watching() -> Iterator[Advance]:
    def advance(done: float, total: float | None, seconds: float = 0.0) -> None:
        del done, total, seconds
        if stopping():
            raise KeyboardInterrupt

    yield advance


def outputs_for(patterns: Outputs, name: str) -> Outputs:
    """The outputs of the video called `name`."""
    return Outputs(
        json=_named(patterns.json, name),
        landmarks=_named(patterns.landmarks, name),
        reps=_named(patterns.reps, name),
        video=_named(patterns.video, name),
    )


def check_patterns(patterns: Outputs) -> None:
    """Raises CommandError where all videos would be written to one file."""
    for path in patterns.paths():
        if path is not None and NAME not in path.name:
            raise CommandError(say("batch.no_name", file=path))


def _named(path: Path | None, name: str) -> Path | None:
    return None if path is None else path.with_name(path.name.replace(NAME, name))


def _work(
    file: VideoFile,
    how: How,
    patterns: Outputs,
    settings: str,
    done: Mapping[tuple[str, str], SummaryRow],
) -> Work:
    outputs = outputs_for(patterns, file.name)
    there = all(path is None or path.is_file() for path in outputs.paths())
    known = (
        frozenset(sha256 for sha256, other in done if other == settings) if there else frozenset()
    )
    return Work(file, how, outputs, settings, known)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with open_file(path) as file:
        while part := file.read(1 << 20):
            digest.update(part)
    return digest.hexdigest()


def _row(work: Work, status: str, digest: str) -> SummaryRow:
    how = work.how
    return SummaryRow(
        row_name(work.file.path), status, how.exercise.key, how.level, how.model,
        sha256=digest, settings=work.settings,
    )  # fmt: skip


def _failed(work: Work, digest: str, error: str) -> SummaryRow:
    return replace(_row(work, FAILED, digest), error=error)


def _tell(row: SummaryRow, console: Console) -> None:
    if row.error:
        console.note(row.error)
        return
    faults = row.faults or say("cli.no_fault")
    done = {"reps": row.reps, "attempts": row.attempts, "hold": float(row.hold_s), "faults": faults}
    console.tell(say("batch.line", file=row.file, **done))
