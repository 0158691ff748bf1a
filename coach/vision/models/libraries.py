"""Whether the native libraries under the vision room can be loaded; if not, one sentence says why.

OpenCV fails where a wheel for desktops was unpacked over the headless one and libGL is not there,
or where one of two wheels that share the folder `cv2` was removed. MediaPipe loads two libraries of
the system by name, and only when its first network is opened: too late for a good message.
"""

from __future__ import annotations

import ctypes
import importlib
import sys
from collections.abc import Callable
from types import ModuleType

from coach.errors import CoachError
from coach.texts import say

SYSTEM_LIBRARIES = {"libEGL.so.1": "libegl1", "libGLESv2.so.2": "libgles2"}
"""What MediaPipe's Linux library is linked against, and Debian's packages that hold it."""


class LibraryError(CoachError):
    """A native library cannot be loaded; the message is one sentence that says what to do."""


def check(
    platform: str = sys.platform,
    find: Callable[[str], ModuleType] = importlib.import_module,
    load: Callable[[str], object] = ctypes.CDLL,
) -> None:
    """Load what OpenCV and MediaPipe need. Raises LibraryError on the first that fails."""
    try:
        cv2 = find("cv2")
    except ImportError as error:
        raise LibraryError(say("library.opencv", why=error)) from error
    if not hasattr(cv2, "line"):  # an emptied folder still imports, as a package of nothing
        raise LibraryError(say("library.opencv", why="its files are gone"))
    if not platform.startswith("linux"):
        return
    packages = " ".join(SYSTEM_LIBRARIES.values())
    for library in SYSTEM_LIBRARIES:
        try:
            load(library)
        except OSError as error:
            raise LibraryError(say("library.system", library=library, packages=packages)) from error
