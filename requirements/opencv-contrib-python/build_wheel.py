"""Builds the stand-in: a wheel with a name, a version and nothing else. Needs no download."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

NAME = "opencv_contrib_python"
VERSION = "5.0.0"
INFO = f"{NAME}-{VERSION}.dist-info"
FILES = {
    "METADATA": (
        "Metadata-Version: 2.1\n"
        "Name: opencv-contrib-python\n"
        f"Version: {VERSION}\n"
        "Summary: Empty stand-in; cv2 comes from opencv-python-headless\n"
    ),
    "WHEEL": "Wheel-Version: 1.0\nGenerator: stand-in\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "RECORD": f"{INFO}/METADATA,,\n{INFO}/WHEEL,,\n{INFO}/RECORD,,\n",
}


def build_wheel(
    wheel_directory: str,
    config_settings: Mapping[str, object] | None = None,
    metadata_directory: str | None = None,
) -> str:
    """Write the wheel into `wheel_directory` and return its file name (the hook of PEP 517)."""
    name = f"{NAME}-{VERSION}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory) / name, "w") as wheel:
        for file, text in FILES.items():
            wheel.writestr(f"{INFO}/{file}", text)
    return name
