"""Holding the standard error stream back loses nothing but the known chatter."""

from __future__ import annotations

import os

import pytest

from coach.vision.quiet import quiet_start


def test_only_the_chatter_is_lost(capfd: pytest.CaptureFixture[str]) -> None:
    with quiet_start(True):
        os.write(2, b"INFO: Created TensorFlow Lite XNNPACK delegate for CPU.\nsomething else\n")
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "something else\nafter\n"


def test_the_stream_comes_back_after_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        with quiet_start(True):
            os.write(2, b"why it failed\n")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "why it failed\nafter\n"


def test_off_touches_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with quiet_start(False):
        os.write(2, b"INFO: Created TensorFlow Lite XNNPACK delegate for CPU.\n")
    assert "XNNPACK" in capfd.readouterr().err
