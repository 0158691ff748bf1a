"""`python -m coach doctor` as a person runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from coach.cli import main
from coach.doctor import checks
from coach.doctor.finding import Finding, Grade
from coach.vision.models import model_store

ROOT = Path(__file__).parents[2]


def test_it_says_a_line_for_each_thing_and_nothing_else(full_model):
    assert full_model
    unended = model_store.proof_folder() / f"{'0' * 32}.json"
    unended.parent.mkdir(parents=True, exist_ok=True)
    unended.write_text('{"verdict": "begun"}')
    done = subprocess.run(
        [sys.executable, "-m", "coach", "doctor", "--port", "0"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    assert not unended.exists(), "what was proven is proven anew"
    assert done.returncode == 0
    *lines, last = done.stdout.splitlines()
    assert {line.split()[0] for line in lines} <= {"fine", "note"}
    for subject in ("Versions", "Pose model", "Detection", "Video codecs", "Records", "Ports"):
        assert any(f" {subject}: " in line for line in lines), subject
    assert "Cameras" in last


@pytest.mark.parametrize(("grade", "status"), [(Grade.NOTE, 0), (Grade.WRONG, 2)])
def test_the_exit_status_says_whether_something_is_wrong(grade, status, monkeypatch, capsys):
    found = Finding("Relay", grade, "what to do")
    monkeypatch.setattr(checks, "all_checks", lambda *_: iter([found]))
    assert main({}, ["doctor"]) == status
    assert "Relay: what to do" in capsys.readouterr().out
