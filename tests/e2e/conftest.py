"""The app as a person starts it, and a browser with a camera of ours."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import av
import pytest

from coach.live.transport.relay import NAMES
from coach.vision.models.model_store import ModelStoreError, ensure

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
START_S = 60.0
FPS = 30
SIZE = (640, 360)
LEAD_S = 4.0


@pytest.fixture(scope="session")
def model() -> str:
    """The full model, from the store."""
    try:
        ensure("full")
    except ModelStoreError as error:
        pytest.skip(f"the pose model cannot be had: {error}")
    return "full"


@pytest.fixture(scope="session")
def app_url(model: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The running app's address; what is done in it is kept in a folder of the tests."""
    folder = tmp_path_factory.mktemp("app")
    with running_app(folder, COACH_DATA=str(folder)) as url:
        yield url


@contextmanager
def running_app(folder: Path, **named: str) -> Iterator[str]:
    """An app of its own, its log in a folder, with more named in its environment."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    log = folder / "log.txt"
    command = [sys.executable, "-m", "streamlit", "run", "coach_app.py", "--server.headless=true"]
    settings = {name: value for name, value in os.environ.items() if name not in NAMES}
    with log.open("wb") as out:
        app = subprocess.Popen(
            [*command, f"--server.port={port}"],
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=settings | named,
        )
    try:
        url = f"http://localhost:{port}"
        _wait_for(f"{url}/_stcore/health", app, log)
        yield url
    finally:
        app.terminate()
        try:
            app.wait(10)
        except subprocess.TimeoutExpired:
            app.kill()
            app.wait(10)


def _wait_for(url: str, app: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end and app.poll() is None:
        try:
            with urlopen(url, timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the app does not answer: {log.read_text()}")


@pytest.fixture
def open_page() -> Iterator[Callable]:
    """See `browsers`."""
    with browsers() as open_:
        yield open_


@contextmanager
def browsers() -> Iterator[Callable]:
    """Opens a page in a new Chromium: (url, camera, allowed) -> page. camera: a file, which it
    plays at 30 frames a second again and again, "fake" for its own test picture, or None."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        browsers = []

        def open_(url: str, camera: Path | str | None, *, allowed: bool = True):
            flags = [
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-features=WebRtcHideLocalIpsWithMdns",
                "--autoplay-policy=no-user-gesture-required",
            ]
            if allowed:
                flags.append("--use-fake-ui-for-media-stream")
            if camera is not None:
                flags.append("--use-fake-device-for-media-stream")
            if isinstance(camera, Path):
                flags.append(f"--use-file-for-fake-video-capture={camera}")
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, headless=True, args=flags
            )
            browsers.append(browser)
            page = browser.new_page(viewport={"width": 1440, "height": 1000})
            page.goto(url)
            return page

        yield open_
        for browser in browsers:
            browser.close()


@pytest.fixture
def camera_file(tmp_path: Path) -> Callable[[Path, float], tuple[Path, float]]:
    """Makes a camera's file of a clip: (clip, seconds) -> (file, seconds until the clip ends). The
    first picture is held for LEAD_S, in which the connection is made, and the last one for the
    given seconds, in which the count stands still."""

    def make(clip: Path, hold_s: float) -> tuple[Path, float]:
        out = tmp_path / "camera.mjpeg"
        return out, _write_camera_file(clip, out, hold_s)

    return make


def _write_camera_file(clip: Path, out: Path, hold_s: float) -> float:
    with av.open(str(clip)) as source, av.open(str(out), "w", format="mjpeg") as target:
        stream = target.add_stream("mjpeg", rate=FPS)
        stream.width, stream.height = SIZE
        stream.pix_fmt = "yuvj420p"
        stream.options = {"qscale": "3"}
        sent = 0
        picture = None
        for frame in source.decode(video=0):
            shown = float(frame.time or 0.0) + (0.0 if picture is None else LEAD_S)
            while picture is not None and sent / FPS < shown:
                sent = _send(target, stream, picture, sent)
            picture = frame.reformat(*SIZE, format="yuvj420p")
        assert picture is not None, "the clip has pictures"
        length = sent / FPS
        for _ in range(int(hold_s * FPS)):
            sent = _send(target, stream, picture, sent)
        target.mux(stream.encode())
    return length


def _send(target, stream, picture, sent: int) -> int:
    picture.pts, picture.time_base = sent, Fraction(1, FPS)
    target.mux(stream.encode(picture))
    return sent + 1
