"""The examples in README.md, run as they stand there, on a real clip against the real API."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import textwrap
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from coach.vision import model_store

ROOT = Path(__file__).parents[2]
CLIP = ROOT.parent / "shared" / "data" / "clips" / "squat_side_deep_1.mp4"
SERVER = """
import dataclasses, sys, uvicorn
from starlette.applications import Starlette
from coach.jobs.process import JOBS
from coach.web.api import api_routes
from coach.web.lifespan import lifespan
from exercises import registry
JOBS.limits = dataclasses.replace(JOBS.limits, nice=0)  # a busy machine would let the test wait
app = Starlette(routes=api_routes(registry), lifespan=lifespan)
uvicorn.run(app, port=int(sys.argv[1]), log_level="warning")
"""


def examples() -> tuple[list[str], str]:
    """The lines for curl, and the program."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.split("\n## Over HTTP\n")[1].split("\n## ")[0]
    blocks = re.findall(r"(?:^    .*\n|^\n(?=    ))+", section, re.MULTILINE)
    code = [textwrap.dedent(block).strip() for block in blocks]
    curls = [line for block in code for line in block.splitlines() if line.startswith("curl")]
    (program,) = [block for block in code if block.startswith("import")]
    return curls, program


@pytest.fixture(scope="module")
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


@pytest.fixture(scope="module")
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


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_lines_for_curl(folder: Path, port: int) -> None:
    as_json, as_csv, as_png = (line.replace("8501", str(port)) for line in examples()[0])
    (person,) = json.loads(run(["sh", "-c", as_json], folder))["people"]
    assert person["view"] == "right"
    assert len(run(["sh", "-c", as_csv], folder).splitlines()) == 1 + 33
    run(["sh", "-c", as_png], folder)
    assert (folder / "skeletons.png").read_bytes().startswith(b"\x89PNG")


def test_the_program_gives_the_result_of_the_command_line(folder: Path, port: int) -> None:
    program = examples()[1].replace("8501", str(port))
    program += "\nimport json; json.dump(job['result'], open('result.json', 'w'))"
    told = run([sys.executable, "-c", program], folder)
    analysis = [sys.executable, "-m", "coach", "analyze", str(folder / "squats.mp4")]
    run([*analysis, "--exercise", "squat", "--json", str(folder / "cli.json")], ROOT)
    wanted = json.loads((folder / "cli.json").read_text(encoding="utf-8"))
    assert json.loads((folder / "result.json").read_text(encoding="utf-8")) == wanted
    assert told.strip() == str([rep["score"] for rep in wanted["reps"]])
    with av.open(str(folder / "annotated.mp4")) as video:
        assert video.streams.video[0].frames == 67


def run(command: list[str], folder: Path) -> str:
    ended = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=600, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
