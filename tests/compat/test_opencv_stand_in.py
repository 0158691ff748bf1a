"""The stand-in for the desktop OpenCV, in requirements/, is still needed."""

from __future__ import annotations

from importlib.metadata import requires

import pytest
from packaging.requirements import Requirement

DESKTOP = "opencv-contrib-python"


def test_mediapipe_still_asks_for_the_desktops_opencv():
    """Once it does not, the stand-in can go: opencv-python-headless is there by itself."""
    pytest.importorskip("mediapipe", reason="mediapipe is not installed")
    asked = {Requirement(each).name for each in requires("mediapipe") or ()}
    assert DESKTOP in asked
