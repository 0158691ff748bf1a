"""Jobs on a stage: the real class and real processes, with a script in place of the analysis."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from coach.jobs.jobs import Jobs
from coach.jobs.limits import JobLimits
from coach.jobs.run import UPLOAD, outputs
from coach.jobs.values import Job, Options

SQUAT = Options("squat")

WRITES = """
import json, pathlib, sys
tell = lambda **told: print(json.dumps(told), file=sys.stderr, flush=True)
upload, *files = map(pathlib.Path, sys.argv[1:])
"""

DONE = 'tell(stage="video", done=5, total=10); [f.write_text("{}") for f in files]'
"""Half-way, then all results."""

ENDLESS = 'tell(stage="video", done=1, total=10); import time; time.sleep(60)'


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Stage:
    """folder: where temporary folders are made. script: what the next job does."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    script: str = DONE
    made: list[Jobs] = field(default_factory=list)

    def jobs(self, **limits: float) -> Jobs:
        # Not nice: a busy machine would let the tests wait.
        limits = {"nice": 0, **limits}
        jobs = Jobs(
            self.folder, limits=JobLimits(**limits), clock=self.clock, command=self._command
        )
        self.made.append(jobs)
        return jobs

    def _command(self, folder: Path, options: Options) -> list[str]:
        files = map(str, outputs(folder, options).values())
        return [sys.executable, "-c", WRITES + self.script, str(folder / UPLOAD), *files]

    def left(self) -> list[Path]:
        """What jobs have on the disk."""
        return [p for p in self.folder.glob("*/*") if p.name != "lock"]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path)
    yield stage
    for jobs in stage.made:
        jobs.close()


def until(what: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait for something that another thread or process does."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.01)


def ended(jobs: Jobs, job: Job) -> Job:
    """The job once it has ended."""
    until(lambda: now(jobs, job).state.ended)
    return now(jobs, job)


def now(jobs: Jobs, job: Job) -> Job:
    found = jobs.get(job.id)
    assert found is not None
    return found
