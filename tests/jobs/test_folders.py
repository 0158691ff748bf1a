"""Folders that end with their process."""

from __future__ import annotations

import signal
import subprocess
import sys

from coach.jobs.folders import Folders
from tests.jobs.conftest import until

HOLD = """
import sys, time, pathlib
from coach.jobs.folders import Folders
folders = Folders(pathlib.Path(sys.argv[1]))
(folders.make() / "upload").write_text("somebody's video")
print("made", flush=True)
time.sleep(60)
"""


def test_what_a_killed_process_left_is_swept_and_what_lives_is_not(tmp_path):
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE)
    try:
        assert other.stdout.readline() == b"made\n"
        (theirs,) = tmp_path.iterdir()
        Folders(tmp_path).close()
        assert theirs.is_dir(), "its process lives"
    finally:
        other.send_signal(signal.SIGKILL)
        other.wait()
        other.stdout.close()
    assert theirs.is_dir()
    ours = Folders(tmp_path)
    until(lambda: list(tmp_path.iterdir()) == [ours.path])
    ours.close()
    assert not list(tmp_path.iterdir())


def test_what_is_not_ours_stays(tmp_path):
    other = tmp_path / "somebody-elses"
    other.mkdir()
    Folders(tmp_path).close()
    assert other.is_dir()
