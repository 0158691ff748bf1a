"""One process: what it is told, what it may use, and when it is ended."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType

import pytest

from coach.jobs.limits import JobLimits
from coach.jobs.run import AnalysisRun, analyze_command
from coach.jobs.values import Options
from coach.texts.languages import LANGUAGES, Language, reading_in
from coach.texts.text import told
from tests.jobs.conftest import ENDLESS, WRITES, until


def run(tmp_path, script, **limits):
    def command(folder, options):
        return [sys.executable, "-c", WRITES + script, str(folder / "upload")]

    return AnalysisRun(
        tmp_path,
        "my.mp4",
        Options("squat", landmarks=False),
        JobLimits(**{"nice": 0, **limits}),
        command,
    )


@pytest.mark.parametrize(
    ("script", "limits", "error"),
    [
        pytest.param("import time; time.sleep(60)", {"still_s": 0.5}, "stood still", id="it hangs"),
        pytest.param(
            "while True: tell()", {"wall_s": 0.5, "still_s": 60}, "to analyse", id="it never ends"
        ),
        pytest.param(
            'tell(stage="video", done=1, total=None, seconds=61.0); import time; time.sleep(60)',
            {"seconds": 60.0}, "longer than 1 min", id="the recording is longer than it said",
        ),
        pytest.param(
            'sys.stderr.write("x" * 5_000_000); sys.exit(1)', {}, "could not be analysed",
            id="it floods us",
        ),
    ],
)  # fmt: skip
def test_a_process_is_ended_when_it_must(tmp_path, script, limits, error):
    script = script.replace("NICE", str(os.nice(0)))
    ending = run(tmp_path, script, **limits).wait()
    assert error in ending.error
    assert not ending.files


def test_what_was_stopped_before_it_began_never_begins(tmp_path):
    stopped = run(tmp_path, 'open("begun", "w")')
    stopped.stop("Enough.")
    assert stopped.wait().error == "Enough."
    assert not list(tmp_path.iterdir())


def test_why_it_failed_is_said_by_key_and_with_the_uploads_own_name(tmp_path, monkeypatch):
    german = MappingProxyType({"file.empty": "{file} ist leer."})
    monkeypatch.setitem(LANGUAGES, "de", Language(german, "de"))
    script = """
said = {"key": "file.empty", "values": {"file": str(upload)}}
tell(error=f"{upload} is empty.", said=said)
sys.exit(2)
"""
    error = run(tmp_path, script).wait().error
    with reading_in("de"):
        assert told(error) == "my.mp4 ist leer."


def test_a_key_that_is_none_of_ours_leaves_the_sentence(tmp_path):
    script = """
tell(error=f"{upload} is odd.", said={"key": "no.such", "values": {"file": [1]}})
sys.exit(2)
"""
    assert run(tmp_path, script).wait().error == "my.mp4 is odd."


@pytest.mark.parametrize(
    ("told", "part"),
    [
        ({"done": 3, "total": 12}, 0.25),
        ({"done": 3, "total": None}, 0.0),
        ({"done": 15, "total": 12}, 1.0),
        ({"done": "x", "total": {}}, 0.0),
        ({"done": -1, "total": 0}, 0.0),
    ],
)
def test_progress_is_a_part_of_the_whole(tmp_path, told, part):
    one = run(tmp_path, f"tell(stage='video', **{told!r})")
    one.wait()
    assert (one.progress.stage, one.progress.part) == ("video", part)


@pytest.mark.skipif(sys.platform != "linux", reason="how Linux tells it")
def test_the_process_is_humble(tmp_path, monkeypatch):
    monkeypatch.setenv("COACH_API_KEY", "secret")
    monkeypatch.setenv("COACH_TURN_PASSWORD", "secret")
    script = """
import os, pathlib, resource, tempfile
assert os.nice(0) == NICE + 3, os.nice(0)
assert resource.getrlimit(resource.RLIMIT_DATA)[0] == 500_000_000
assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
assert os.getpgid(0) == os.getpid(), "a group of its own"
assert "secret" not in os.environ.values()
assert tempfile.gettempdir() == str(upload.parent)
group = pathlib.Path("/proc/self/autogroup")
assert not group.exists() or group.read_text().endswith("nice 3\\n"), group.read_text()
tell(warning="all is well")
"""
    script = script.replace("NICE", str(os.nice(0)))
    ending = run(tmp_path, script, nice=3, memory=500_000_000).wait()
    assert ending.warnings == ("all is well",)


@pytest.mark.skipif(sys.platform != "linux", reason="a limit that other systems lack")
def test_a_process_that_eats_memory_is_ended_and_hurts_nobody(tmp_path):
    ending = run(tmp_path, "x = bytearray(900_000_000)", memory=500_000_000).wait()
    assert "takes too much memory" in ending.error


@pytest.mark.skipif(sys.platform != "linux", reason="how Linux tells it")
def test_a_process_ends_with_the_app(tmp_path):
    parent = f"""
import pathlib, sys
sys.path.insert(0, {str(Path.cwd())!r})
from tests.jobs.test_run import run
run(pathlib.Path({str(tmp_path)!r}), '''
import os; (upload.parent / "pid").write_text(str(os.getpid()))
{ENDLESS}''').wait()
"""
    app = subprocess.Popen([sys.executable, "-c", parent])
    pid = tmp_path / "pid"
    until(lambda: pid.exists() and pid.read_text())
    app.kill()
    app.wait()
    until(lambda: not Path(f"/proc/{pid.read_text()}").exists())


def test_the_command_takes_no_value_for_an_option(tmp_path):
    options = Options("--help", "-x", "--json", video=True, follow=(0.5, 0.25, 1.0))
    command = analyze_command(tmp_path, options)
    assert "--exercise=--help" in command
    assert "--level=-x" in command
    assert "--model=--json" in command
    assert "--follow=0.500000,0.250000@1.000" in command
    assert {f"--{kind}" for kind in ("json", "video", "landmarks")} <= {
        word.split("=")[0] for word in command
    }
