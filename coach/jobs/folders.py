"""Private folders for uploads and what comes of them, gone with their process however it ends."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where a file that somebody holds open cannot be removed
    LOCKS = False
else:
    LOCKS = True

_PREFIX = "coach-jobs-"
_LOCK = "lock"


class Folders:
    """A folder of this process with one for each job in it; only this user may look inside.

    above: where it is made, by default the system's place for temporary files. Folders that another
    process left there when it was killed are removed first: nobody holds their lock any more.
    """

    def __init__(self, above: Path | None = None) -> None:
        above = Path(tempfile.gettempdir()) if above is None else above
        for left in above.glob(f"{_PREFIX}*"):
            if _is_abandoned(left):
                shutil.rmtree(left, ignore_errors=True)
        # Under its final name only once it is locked: one that starts now would sweep it.
        new = Path(tempfile.mkdtemp(prefix=f".{_PREFIX}", dir=above))
        self._lock = (new / _LOCK).open("wb")
        if LOCKS:
            fcntl.flock(self._lock, fcntl.LOCK_EX)
        self.path = new.rename(above / f"{_PREFIX}{secrets.token_hex(8)}")

    def make(self) -> Path:
        """A new folder, for this user alone (mode 700)."""
        return Path(tempfile.mkdtemp(dir=self.path))

    def free(self) -> int:
        """Bytes that the disk has left."""
        return shutil.disk_usage(self.path).free

    def close(self) -> None:
        """Remove everything. May be called twice."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.close()


def _is_abandoned(folder: Path) -> bool:
    lock = folder / _LOCK
    try:
        if os.name == "posix" and folder.stat(follow_symlinks=False).st_uid != os.getuid():
            return False
        if not LOCKS:
            lock.unlink()
            return True
        with lock.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def remove(folder: Path) -> None:
    """Remove a job's folder, as far as that is possible."""
    with suppress(OSError):
        shutil.rmtree(folder)
