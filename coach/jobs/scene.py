"""Who is in a picture of an uploaded video, found in a process of its own as an analysis is."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from coach.jobs.jobs import Jobs
from coach.jobs.run import UPLOAD, AnalysisRun, Command
from coach.jobs.values import JobError, Options
from coach.texts import say

# Some seconds as a rule. On a machine so busy that it takes longer, there is no choice to be made.
WALL_S = 90.0
_PEOPLE, _PICTURE = "people.json", "people.png"


@dataclass(frozen=True)
class Someone:
    """One person in the picture of a video."""

    number: int
    """From 1, the largest first."""
    box: tuple[float, float, float, float]
    """Left, top, right and bottom over the picture's width and height."""
    follow: tuple[float, float, float]
    """X, y (0 to 1) and seconds, for Options."""


@dataclass(frozen=True)
class Scene:
    """The picture that a video shows from t seconds on, a PNG with everybody's skeleton, and who is
    in it."""

    t: float
    picture: bytes
    people: tuple[Someone, ...]


def people_command(at_s: float) -> Command:
    """What looks for people in the upload in a folder, at so many seconds."""

    def command(folder: Path, options: Options) -> Sequence[str]:
        return [
            *(sys.executable, "-m", "coach", "people", str(folder / UPLOAD)),
            f"--at={at_s:.3f}",
            f"--model={options.model}",
            f"--json={folder / _PEOPLE}",
            f"--picture={folder / _PICTURE}",
            "--no-numbers",
            "--progress-json",
        ]

    return command


class Look:
    """A look under way. `future` raises JobError, one sentence."""

    def __init__(self) -> None:
        self.future: Future[Scene] = Future()
        self._lock = threading.Lock()
        self._run: AnalysisRun | None = None
        self._unwanted = False

    def stop(self) -> None:
        """Nobody waits for it any more: the processor is needed for something else."""
        with self._lock:
            self._unwanted = True
            if self._run is not None:
                self._run.stop(say("jobs.cancelled"))

    def take(self, run: AnalysisRun) -> None:
        """The run that does it. Once it is unwanted, the run ends before it begins."""
        with self._lock:
            self._run = run
            if self._unwanted:
                run.stop(say("jobs.cancelled"))


class Scenes:
    """Looks at one upload at a time, for anybody who asks. jobs: whose folders and limits are used.
    command: what looks; given for tests."""

    def __init__(self, jobs: Jobs, command: Command | None = None) -> None:
        self._jobs = jobs
        self._command = command
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="coach-scene")

    def look(self, upload: bytes, name: str, model: str, at_s: float, owner: str) -> Look:
        """Begin to look. name, owner: as for Jobs. Within WALL_S nobody is found at the least."""
        look = Look()
        look.future = self._pool.submit(self._look, look, upload, name, model, at_s, owner)
        return look

    def _look(
        self, look: Look, upload: bytes, name: str, model: str, at_s: float, owner: str
    ) -> Scene:
        with self._jobs.receive(name, owner) as received:
            received.write(upload)
            received.close()
            limits = replace(self._jobs.limits, wall_s=WALL_S, still_s=WALL_S)
            command = self._command or people_command(at_s)
            asked = Options("", model=model)
            run = AnalysisRun(received.folder, received.name, asked, limits, command)
            look.take(run)
            began = time.monotonic()
            ending = run.wait()
            if time.monotonic() - began >= WALL_S:
                return Scene(at_s, b"", ())
            if ending.error is not None:
                raise JobError(ending.error)
            told = json.loads((received.folder / _PEOPLE).read_text("utf-8"))
            picture = (received.folder / _PICTURE).read_bytes()
        t = float(told["t"])
        people = tuple(
            Someone(each["number"], tuple(each["box"]), (each["x"], each["y"], t))
            for each in told["people"]
        )
        return Scene(t, picture, people)
