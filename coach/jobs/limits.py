"""How much is taken on, and the settings that change it."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from coach.runtime.machine import whole_cores
from coach.settings import (
    JOBS_EACH,
    JOBS_KEPT_MINUTES,
    JOBS_RUNNING,
    JOBS_WAITING,
    MAX_VIDEO_MB,
    MAX_VIDEO_MINUTES,
    Environment,
)

MB = 1_000_000


@dataclass(frozen=True)
class JobLimits:
    """What jobs may use."""

    upload: int = 500 * MB
    """Bytes of one file."""
    seconds: float = 2 * 3600.0
    """Of one recording."""
    running: int = max(1, whole_cores() - 1)
    """Jobs at a time."""
    waiting: int = 8
    """Jobs in the queue, uploads on their way included."""
    each: int = 4
    """Jobs of one owner that have not ended."""
    kept: int = 32
    """Jobs whose results are kept."""
    kept_s: float = 3600.0
    """For how long after somebody last asked."""
    free: int = 500 * MB
    """Bytes that must stay free on the disk."""
    wall_s: float = 6 * 3600.0
    """A job's time from start to end."""
    still_s: float = 900.0
    """Without a sign of life."""
    memory: int = 3_000 * MB
    """Bytes of a job's own (640 x 360 pixels take 600 MB), 0 for as much as there is."""
    nice: int = 10
    """Added to its niceness."""


def job_limits_from(environment: Environment = os.environ) -> JobLimits:
    """The limits as they are set."""
    usual = JobLimits()
    return replace(
        usual,
        upload=int(MAX_VIDEO_MB.read(environment) * MB),
        seconds=MAX_VIDEO_MINUTES.read(environment) * 60,
        running=JOBS_RUNNING.read(environment) or usual.running,
        waiting=JOBS_WAITING.read(environment),
        each=JOBS_EACH.read(environment),
        kept_s=JOBS_KEPT_MINUTES.read(environment) * 60,
    )
