"""What MediaPipe would send to Google, and where it ends up instead."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

PROGRAM = """
import os, sys
import numpy as np
from coach.compat import mediapipe_reports
from coach.vision.detector import Detector

mediapipe_reports.NOWHERE = sys.argv[1]
with Detector() as detector:
    detector.detect(np.zeros((36, 64, 3), np.uint8), 0.0)
assert os.environ.get("https_proxy") == "http://the.host.s.own:1", "Python's is not touched"
sys.stdin.read()
"""


@pytest.fixture
def nowhere():
    """A place that hears what is sent to where nobody answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(60)
        yield listener


def test_reports_of_use_go_nowhere_whatever_the_host_has_set(full_model, nowhere):
    """If this fails with a time-out, MediaPipe reports no more, or in another way: look which."""
    assert full_model
    address = f"http://127.0.0.1:{nowhere.getsockname()[1]}"
    host = {"https_proxy": "http://the.host.s.own:1", "NO_PROXY": "*", "no_proxy": "*"}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, address],
        env={**os.environ, **host},
        stdin=subprocess.PIPE,
    )
    try:
        heard, _ = nowhere.accept()
        with heard:
            assert heard.recv(100).startswith(b"CONNECT play.googleapis.com:443")
    finally:
        process.communicate(timeout=30)
    assert process.returncode == 0
