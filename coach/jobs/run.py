"""One analysis in a process of its own: started, listened to, and ended when it must."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coach.jobs import child
from coach.jobs.limits import JobLimits
from coach.jobs.values import Options, Progress
from coach.texts import say
from coach.texts.text import from_json

ROOT = Path(__file__).parents[2]
"""Where `python -m coach` and the exercises are found."""

UPLOAD = "upload"
OUTPUTS: Mapping[str, str] = {"json": "reps.json", "video": "video.mp4", "landmarks": "track.npz"}
"""What a job writes into its folder. No name that somebody gave becomes a path."""

_SECRET = ("KEY", "TOKEN", "PASSWORD", "SECRET", "AUTH")
_LONGEST_LINE = 1 << 16
_LARGEST_OUTPUT = 8_000_000_000

Command = Callable[[Path, Options], Sequence[str]]


@dataclass(frozen=True)
class Ending:
    """How a run ended: error is None where all went well."""

    error: str | None
    warnings: tuple[str, ...] = ()
    files: Mapping[str, Path] = field(default_factory=dict)


def analyze_command(folder: Path, options: Options) -> list[str]:
    """The command line that analyses the upload in a folder."""
    # --name=value, so that no value is ever taken for another option.
    command = [
        *(sys.executable, "-m", "coach", "analyze", str(folder / UPLOAD)),
        f"--exercise={options.exercise}",
        f"--level={options.level}",
        f"--model={options.model}",
        f"--language={options.language}",
        *(f"--{kind}={path}" for kind, path in outputs(folder, options).items()),
        "--progress-json",
    ]
    if options.follow_text is not None:
        command.append(f"--follow={options.follow_text}")
    return command


def outputs(folder: Path, options: Options) -> dict[str, Path]:
    """Where each result that was asked for is written."""
    asked = {"json": True, "video": options.video, "landmarks": options.landmarks}
    return {kind: folder / name for kind, name in OUTPUTS.items() if asked[kind]}


class AnalysisRun:
    """One run. `wait` does the work; `stop` may be called by any other thread."""

    def __init__(
        self,
        folder: Path,
        name: str,
        options: Options,
        limits: JobLimits,
        command: Command = analyze_command,
    ) -> None:
        self.progress = Progress()
        self._folder = folder
        self._name = name
        self._options = options
        self._limits = limits
        self._command = command
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._why: str | None = None
        self._heard_at = 0.0
        self._stage_at = 0.0

    def stop(self, why: str) -> None:
        """End it now; `why` is its error, unless an earlier one stands."""
        with self._lock:
            if self._why is None:
                self._why = why
            if self._process is not None:
                _kill(self._process)

    def wait(self) -> Ending:
        """Start the process and stay until it ended. What it told of is its ending."""
        process = self._start()
        if process is None or process.stderr is None:
            return Ending(self._why)
        watch = threading.Thread(target=self._watch, args=(process,), daemon=True)
        watch.start()
        error: str | None = None
        warnings: list[str] = []
        try:
            while line := process.stderr.readline(_LONGEST_LINE):
                self._heard_at = time.monotonic()
                told = _told(line)
                self._note(told)
                error = self._sentence(told, "error") or error
                warning = self._sentence(told, "warning")
                if warning is not None:
                    warnings.append(warning)
        finally:
            status = process.wait()
            process.stderr.close()
        error = self._why or error or self._died(status)
        files = outputs(self._folder, self._options)
        return Ending(error, tuple(warnings), files if error is None else {})

    def _start(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._why is not None:
                return None
            self._heard_at = self._stage_at = time.monotonic()
            self._process = subprocess.Popen(
                [*self._restrained(), *self._command(self._folder, self._options)],
                cwd=ROOT,
                env=_environment(os.environ, self._folder),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
            return self._process

    def _restrained(self) -> list[str]:
        """What stands before the command. Nothing where a process cannot become another one."""
        if os.name != "posix":
            return []
        limits = (self._limits.nice, self._limits.memory, _LARGEST_OUTPUT)
        return [sys.executable, child.__file__, *map(str, limits)]

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        began = time.monotonic()
        limits = self._limits
        while process.poll() is None:
            now = time.monotonic()
            if now - began > limits.wall_s:
                self.stop(say("jobs.too_slow", file=self._name, minutes=limits.wall_s / 60))
            elif now - self._heard_at > limits.still_s:
                self.stop(say("jobs.stuck", file=self._name))
            time.sleep(0.2)

    def _note(self, told: Mapping[str, Any]) -> None:
        stage = told.get("stage")
        if not isinstance(stage, str):
            return
        if stage != self.progress.stage:
            self._stage_at = time.monotonic()
        total = _number(told.get("total"))
        part = min(1.0, max(0.0, _number(told.get("done")) / total)) if total > 0 else 0.0
        passed = time.monotonic() - self._stage_at
        left_s = passed * (1 - part) / part if part > 0 and passed > 1 else None
        self.progress = Progress(stage, part, left_s)
        if _number(told.get("seconds")) > self._limits.seconds:
            minutes = self._limits.seconds / 60
            self.stop(say("file.too_long", file=self._name, minutes=minutes))

    def _sentence(self, told: Mapping[str, Any], kind: str) -> str | None:
        """A sentence from the process, in which the upload has the name that the person knows."""
        text = told.get(kind)
        if not isinstance(text, str):
            return None
        return from_json(told.get("said"), self._named) or self._named(text)

    def _named(self, text: str) -> str:
        named = text.replace(str(self._folder / UPLOAD), self._name)
        return named.replace(f"{self._folder}{os.sep}", "")

    def _died(self, status: int) -> str | None:
        return None if status == 0 else say("jobs.died", file=self._name)


def _environment(ours: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Ours without what is secret: a codec that a file has taken over must find nothing. Temporary
    files end with the job's folder."""
    open_to_all = {
        name: value
        for name, value in ours.items()
        if not any(word in name.upper() for word in _SECRET)
    }
    return {**open_to_all, "TMPDIR": str(folder), "PYTHONUNBUFFERED": "1"}


def _told(line: bytes) -> Mapping[str, Any]:
    """A line of progress; an empty one for all else that libraries write there."""
    with contextlib.suppress(ValueError):
        told = json.loads(line)
        if isinstance(told, dict):
            return told
    return {}


def _number(value: object) -> float:
    """A number out of JSON; 0 for null and all else."""
    return float(value) if isinstance(value, (int, float)) else 0.0


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    if process.poll() is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
