"""The API as a server of its own process answers it, with the real network and real analyses."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from coach.vision.models import model_store

ROOT = Path(__file__).parents[2]
CLIP = ROOT.parent / "shared" / "data" / "clips" / "squat_side_deep_1.mp4"
SERVER = """
import dataclasses, sys, uvicorn
from starlette.applications import Starlette
from coach import process
from coach.web.protection.guards import GUARDS
from exercises import registry
jobs = process.jobs()
jobs.limits = dataclasses.replace(jobs.limits, nice=0)  # a busy machine would let the test wait
app = Starlette(routes=process.routes(registry), lifespan=process.lifespan, middleware=GUARDS)
uvicorn.run(app, port=int(sys.argv[1]), log_level="warning")
"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where photo.jpg and squats.mp4 are."""
    if not CLIP.is_file():
        pytest.skip("the clips in ../shared/data are not at hand")
    try:
        for model in ("full", "heavy"):
            model_store.ensure(model)
    except model_store.ModelStoreError as error:
        pytest.skip(str(error))
    folder = tmp_path_factory.mktemp("examples")
    shutil.copy(CLIP, folder / "squats.mp4")
    with av.open(str(CLIP)) as clip:
        next(clip.decode(video=0)).to_image().save(folder / "photo.jpg")
    return folder


@pytest.fixture(scope="session")
def port(folder: Path) -> Iterator[int]:
    """Where the API answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "TMPDIR": str(folder)}
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(port)],
        cwd=ROOT, env=environment, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait(port)
        yield port
    finally:
        server.terminate()
        assert server.wait(30) is not None
    assert not list(folder.glob("coach-jobs-*")), "the app takes all of it along"


def wait(port: int) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health").close()
        except urllib.error.URLError:
            assert time.monotonic() < end
            time.sleep(0.1)
        else:
            return
