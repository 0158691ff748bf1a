"""Who is in a picture of an uploaded video, found in a process of its own as an analysis is."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from coach.jobs.jobs import Jobs
from coach.jobs.run import UPLOAD, Command, Run
from coach.jobs.values import JobError, Options

# A second or two as a rule; whoever waits longer is better off without.
WALL_S = 60.0
_PEOPLE, _PICTURE = "people.json", "people.png"


@dataclass(frozen=True)
class Someone:
    """number: from 1, the largest first. box: left, top, right and bottom over the picture's width
    and height. follow: x, y (0 to 1) and seconds, for Options."""

    number: int
    box: tuple[float, float, float, float]
    follow: tuple[float, float, float]


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


class Scenes:
    """Looks at one upload at a time, for whoever asks. jobs: whose folders and limits are used.
    command: what looks; given for tests."""

    def __init__(self, jobs: Jobs, command: Command | None = None) -> None:
        self._jobs = jobs
        self._command = command
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="coach-scene")

    def look(self, upload: bytes, name: str, model: str, at_s: float, owner: str) -> Future[Scene]:
        """Begin to look. name, owner: as for Jobs. The future raises JobError, one sentence."""
        return self._pool.submit(self._look, upload, name, model, at_s, owner)

    def _look(self, upload: bytes, name: str, model: str, at_s: float, owner: str) -> Scene:
        with self._jobs.receive(name, owner) as received:
            received.write(upload)
            received.close()
            limits = replace(self._jobs.limits, wall_s=WALL_S, still_s=WALL_S)
            command = self._command or people_command(at_s)
            asked = Options("", model=model)
            ending = Run(received.folder, received.name, asked, limits, command).wait()
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
