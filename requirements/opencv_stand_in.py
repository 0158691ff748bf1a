"""The stand-in for the OpenCV wheel that MediaPipe asks for by name: a wheel that holds nothing.

MediaPipe depends on `opencv-contrib-python`, whose Linux wheel is linked against libGL, glib and
X11, which a server without a display does not have. `opencv-python-headless` needs none of them,
but both own the folder `cv2`, and whichever an installer unpacks last wins (pip and uv both unpack
the wrong one last). No installer that reads a requirements.txt can drop a dependency of a
dependency; a wheel of the same name that lies beside it can take its place. It is kept in the
repository, since installers that check digests take files only, no folders to build from.

It names neither a dependency nor a Python version, on purpose: pip installs such packages before
all others, so a display-bound OpenCV from before is removed before `cv2` is written anew.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from pathlib import Path

NAME = "opencv_contrib_python"
VERSION = "5.0.0"
INFO = f"{NAME}-{VERSION}.dist-info"
FILE = Path(__file__).parent / f"{NAME}-{VERSION}-py3-none-any.whl"
METADATA = f"""\
Metadata-Version: 2.1
Name: opencv-contrib-python
Version: {VERSION}
Summary: Empty stand-in; cv2 comes from opencv-python-headless
"""
WHEEL = """\
Wheel-Version: 1.0
Generator: stand-in
Root-Is-Purelib: true
Tag: py3-none-any
"""
_LINUX = 3
_DAY_ONE = (1980, 1, 1, 0, 0, 0)


def wheel() -> bytes:
    """The wheel, the same byte for byte on every machine and every day."""
    texts = {f"{INFO}/METADATA": METADATA, f"{INFO}/WHEEL": WHEEL}
    record = "".join(f"{name},{_digest(text)},{len(text)}\n" for name, text in texts.items())
    texts[f"{INFO}/RECORD"] = f"{record}{INFO}/RECORD,,\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in texts.items():
            entry = zipfile.ZipInfo(name, _DAY_ONE)  # a time or a system would change the digest
            entry.create_system, entry.external_attr = _LINUX, 0o100644 << 16
            archive.writestr(entry, text)
    return packed.getvalue()


def _digest(text: str) -> str:
    """As a wheel's RECORD writes it."""
    raw = hashlib.sha256(text.encode()).digest()
    return f"sha256={base64.urlsafe_b64encode(raw).rstrip(b'=').decode()}"


if __name__ == "__main__":
    FILE.write_bytes(wheel())
