"""What is asked of a job, and what is known of it at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from types import MappingProxyType

from coach.errors import CoachError
from coach.motion.exercise import BEGINNER
from coach.texts.languages import ENGLISH


class JobState(str, Enum):
    """Where a job stands. DONE, FAILED and CANCELLED are its end."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        """Whether nothing will change any more."""
        return self not in (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True)
class Options:
    """What `python -m coach analyze` is asked for."""

    exercise: str
    level: str = BEGINNER
    """Keys."""
    model: str = "full"
    """Lite, full or heavy."""
    video: bool = False
    """An annotated MP4 as well."""
    landmarks: bool = True
    """The landmark track as well, for which every picture is looked at."""
    follow: tuple[float, float, float] | None = None
    """Whom, where there are several people: x and y (0 to 1 of the upright picture) of a place on
    the body at t seconds."""
    language: str = ENGLISH
    """Code of the language of the words in the video."""

    @property
    def follow_text(self) -> str | None:
        """As `--follow` takes it, and `coach.motion.tracking.following.target_of` reads it."""
        if self.follow is None:
            return None
        x, y, t = self.follow
        return f"{x:.6f},{y:.6f}@{t:.3f}"


@dataclass(frozen=True)
class Progress:
    """How far a job is."""

    stage: str | None = None
    """"model" (it is fetched) or "video"; None before."""
    part: float = 0.0
    """0 to 1 of that stage."""
    left_s: float | None = None
    """Seconds until the stage ends, None where that cannot be told yet."""


@dataclass(frozen=True)
class Job:
    """A job at one moment; ask for it again to see it go on."""

    id: str
    """Unguessable, and all that is needed to see or cancel it."""
    name: str
    """What the uploaded file was called, fit to be shown, never a path."""
    options: Options
    owner: str
    state: JobState = JobState.QUEUED
    place: int = 0
    """In the queue, 1 being the next; 0 out of it."""
    progress: Progress = Progress()
    error: str | None = None
    """Why it failed, one sentence."""
    warnings: tuple[str, ...] = ()
    """Sentences on what could not be read."""
    files: Mapping[str, Path] = field(default_factory=lambda: MappingProxyType({}))
    """"json", and where they were asked for "video" and "landmarks", once it is done."""


class JobError(CoachError):
    """A job that is not taken. The message is one sentence that says what to do."""


class TooLargeError(JobError):
    """The uploaded file is larger than the limit."""

    http_status = 413


class TooManyError(JobError):
    """As many jobs are waiting as the queue holds."""

    http_status = 429
    retry_s = 30


class NoRoomError(JobError):
    """The disk has no room for another upload."""

    http_status = 507
