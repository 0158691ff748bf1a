"""The examples in README.md, run as they stand there, on a real clip against the real API."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import av
import pytest

from tests.web.served import ROOT


def examples() -> tuple[list[str], str]:
    """The lines for curl, and the program."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.split("\n## Over HTTP\n")[1].split("\n## ")[0]
    blocks = re.findall(r"(?:^    .*\n|^\n(?=    ))+", section, re.MULTILINE)
    code = [textwrap.dedent(block).strip() for block in blocks]
    curls = [line for block in code for line in block.splitlines() if line.startswith("curl")]
    (program,) = [block for block in code if block.startswith("import")]
    return curls, program


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
