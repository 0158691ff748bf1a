"""What native code writes to standard error is kept apart from what Python writes."""

from __future__ import annotations

import subprocess
import sys

import pytest

from coach.settings import NATIVE_LOG

PROGRAM = """
import logging, os, sys
handler = logging.StreamHandler()
logging.getLogger("set up before").addHandler(handler)
from coach.compat.native_stderr import part_stderr
part_stderr()
part_stderr()
os.write(2, b"native\\n")
print("python", file=sys.stderr)
logging.getLogger("set up before").warning("logged")
logging.getLogger("set up later").warning("last resort")
{more}
"""


def run(more="", **named):
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(more=more)],
        capture_output=True,
        text=True,
        env={"PATH": "", "PYTHONPATH": ".", **named},
        timeout=60,
        check=False,
    )


def test_native_lines_are_dropped_and_ours_are_not():
    assert run().stderr.splitlines() == ["python", "logged", "last resort"]


def test_native_lines_go_where_they_are_asked_for(tmp_path):
    file = tmp_path / "native.log"
    for _ in range(2):
        assert "native" not in run(**{NATIVE_LOG.name: str(file)}).stderr
    assert file.read_text() == "native\n" * 2


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    done = run(**{NATIVE_LOG.name: str(tmp_path / "no folder" / "native.log")})
    assert NATIVE_LOG.name in done.stderr.splitlines()[0]
    assert done.stderr.splitlines()[1:] == ["python", "logged", "last resort"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("raise ValueError('why')", "ValueError: why"),
        ("os.abort()", "Fatal Python error: Aborted"),
    ],
    ids=["an error", "a crash in native code"],
)
def test_what_ends_the_process_is_told(more, said):
    done = run(more)
    assert done.returncode != 0
    assert said in done.stderr


def test_without_a_standard_error_nothing_is_done():
    program = (
        "import sys\nsys.stderr = None\n" + PROGRAM.split("part_stderr()")[0] + "part_stderr()"
    )
    done = subprocess.run([sys.executable, "-c", program], timeout=60, check=False)
    assert done.returncode == 0


def test_mediapipe_still_writes_such_lines(full_model):
    """If this fails, MediaPipe is quiet by itself and coach/compat/native_stderr.py can go."""
    program = (
        "import numpy as np\nfrom coach.vision.detector import Detector\n"
        "with Detector() as detector:\n detector.detect(np.zeros((36, 64, 3), np.uint8), 0.0)"
    )
    assert full_model
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stderr
