"""The stand-in for the desktop OpenCV, in requirements/, is still needed."""

from __future__ import annotations

import re
from importlib.metadata import requires

DESKTOP = "opencv-contrib-python"


def test_mediapipe_still_asks_for_the_desktops_opencv():
    """Once it does not, the stand-in can go: opencv-python-headless is there by itself."""
    asked = {re.split(r"[^\w.-]", each)[0].lower() for each in requires("mediapipe") or ()}
    assert "numpy" in asked, "names are read as they are written"
    assert DESKTOP in asked
