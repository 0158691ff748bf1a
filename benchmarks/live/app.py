"""The app as a person starts it, on a free port of this machine, and what it says of itself."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

START_S = 60.0
STOP_S = 10.0
ROOT = Path(__file__).parents[2]


class AppError(RuntimeError):
    """The app did not start; the message is the end of what it said."""


@dataclass(frozen=True)
class Reading:
    """What /metrics says at one moment (s, bytes, counts), by the names that it has there."""

    at: float
    values: Mapping[str, float]

    def since(self, before: Reading, name: str) -> float:
        """How much a figure rose."""
        return self.values.get(name, 0.0) - before.values.get(name, 0.0)


@dataclass(frozen=True)
class App:
    """A running app."""

    port: int

    def read(self) -> Reading:
        """Its figures now. Raises OSError when it is gone."""
        with urlopen(f"http://127.0.0.1:{self.port}/metrics", timeout=20) as answer:
            lines = answer.read().decode().splitlines()
        pairs = [line.rsplit(" ", 1) for line in lines if line and not line.startswith("#")]
        return Reading(time.monotonic(), {name: float(value) for name, value in pairs})


@contextmanager
def running_app(sessions: int | None) -> Iterator[App]:
    """The app while the context lasts, reachable from this machine alone. sessions: how many it
    lets in; None lets it decide. Raises AppError where it does not start."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "coach_app.py")]
    options = {"server.headless": "true", "server.address": "127.0.0.1", "server.port": port}
    settings = {**os.environ, "COACH_METRICS": "local", "COACH_STUN_URLS": "none"}
    if sessions is not None:
        settings["COACH_MAX_SESSIONS"] = str(sessions)
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [*command, *(f"--{name}={value}" for name, value in options.items())],
            cwd=ROOT,
            env=settings,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            app = App(port)
            if not _answers(app, process):
                log.seek(0)
                said = log.read().decode(errors="replace").strip().splitlines()
                raise AppError(said[-1] if said else "")
            yield app
        finally:
            _stop(process)


def _answers(app: App, process: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + START_S
    while process.poll() is None and time.monotonic() < end:
        try:
            app.read()
        except OSError:
            time.sleep(0.2)
        else:
            return True
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
