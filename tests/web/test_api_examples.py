"""The examples in docs/http_api.md, run as they stand, on a real clip against the real API."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import textwrap
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import av
import pytest

from tests.web.served import ROOT


def examples() -> tuple[list[str], str]:
    """The lines for curl, and the program."""
    section = (ROOT / "docs" / "http_api.md").read_text(encoding="utf-8")
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


class Forgetful(BaseHTTPRequestHandler):
    """Two servers behind one address: who shows no cookie comes to another one each time."""

    asked = 0
    strays = False

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self._answer(202, {"state": "queued", "url": "/api/jobs/x"}, cookie=True)

    def do_GET(self) -> None:
        type(self).asked += 1
        if self.strays or "server=1" not in self.headers.get("cookie", ""):
            self._answer(421, {"detail": "Another server has it."})
        elif self.path.endswith("x"):
            video = {"url": "/api/files/y"}
            done = {"state": "done", "result": {"reps": [{"score": 90}]}, "files": {"video": video}}
            self._answer(200, done if self.asked > 2 else {"state": "running", "url": self.path})
        else:
            self._answer(200, {})

    def _answer(self, status: int, content: object, cookie: bool = False) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if cookie:
            self.send_header("Set-Cookie", "server=1; Path=/")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - its name
        pass


@pytest.mark.parametrize(
    ("strays", "out", "err", "status"),
    [
        pytest.param(False, "[90]\n", "", 0, id="cookies lead to the same server again"),
        pytest.param(True, "", "Another server has it.\n", 1, id="where they do not, it is said"),
    ],
)
def test_the_program_behind_a_balancer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, strays: bool, out: str, err: str, status: int
) -> None:
    monkeypatch.setattr(Forgetful, "asked", 0)
    monkeypatch.setattr(Forgetful, "strays", strays)
    (tmp_path / "squats.mp4").write_bytes(b"a video")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Forgetful)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        program = examples()[1].replace("localhost:8501", f"127.0.0.1:{server.server_port}")
        ended = subprocess.run(
            [sys.executable, "-c", program.replace("sleep(1)", "sleep(0)")],
            cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
    finally:
        server.shutdown()
        server.server_close()
    assert (ended.stdout, ended.stderr, ended.returncode) == (out, err, status)


def run(command: list[str], folder: Path) -> str:
    ended = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=600, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
