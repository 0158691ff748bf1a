"""Landmarkers that nobody closed: closed at a moment when it can do no harm."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading

import pytest

from coach.vision.mediapipe import closing
from coach.vision.mediapipe.closing import close, close_abandoned, close_all, register


class Landmarker:
    """Like MediaPipe's, it needs the process's lock to close."""

    lock = threading.Lock()

    def __init__(self):
        self.closed = 0

    def close(self):
        assert self.lock.acquire(timeout=1), "a person who holds the lock waits for itself"
        self.lock.release()
        self.closed += 1


class Owner:
    """What holds a landmarker; it holds itself too, so that only the collector frees it."""

    def __init__(self, landmarker):
        self.itself = self
        register(self, landmarker)


@pytest.fixture(autouse=True)
def nothing_open_before_or_after(monkeypatch):
    monkeypatch.setattr(closing, "_open", set())
    yield
    close_all()


def test_one_that_is_closed_is_closed_once():
    landmarker = Landmarker()
    owner = Owner(landmarker)
    close(landmarker)
    close(landmarker)
    owner.itself = None
    del owner
    close_abandoned()
    assert landmarker.closed == 1


def test_the_collector_closes_none_and_the_next_that_is_made_does():
    landmarker, following = Landmarker(), Landmarker()
    Owner(landmarker)
    with Landmarker.lock:
        gc.collect()
    assert landmarker.closed == 0
    owner = Owner(following)
    assert (landmarker.closed, following.closed) == (1, 0)
    assert owner is not None


def test_what_is_left_is_closed_when_the_interpreter_ends():
    left = [Landmarker() for _ in range(3)]
    owners = [Owner(landmarker) for landmarker in left]
    close_all()
    assert [landmarker.closed for landmarker in left] == [1, 1, 1]
    assert len(owners) == 3


def test_a_process_that_closes_all_at_its_end_says_nothing_of_an_open_network(full_model):
    program = """
import numpy as np
from coach.vision.mediapipe.closing import close_all
from coach.vision.detector import Detector

detector = Detector()
detector.detect(np.zeros((36, 64, 3), np.uint8), 0.0)
close_all()
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120
    )
    assert full_model
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
