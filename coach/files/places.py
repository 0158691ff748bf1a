"""What stands at a path, asked in ways that never fail: a name may be too long for the disk, lie in
a closed folder or lead to itself, and pathlib raises at each of them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from coach.files.errors import FileError
from coach.texts import say


def is_folder(path: Path) -> bool:
    """Whether it is a folder for certain."""
    return os.path.isdir(path)  # noqa: PTH112 - see above


def is_there(path: Path) -> bool:
    """Whether anything is there for certain."""
    return os.path.exists(path)  # noqa: PTH110 - see above


def real(path: Path) -> Path:
    """The place that it leads to, as far as that can be found out."""
    return Path(os.path.realpath(path))


def check_readable(path: Path, error: type[FileError]) -> None:
    """Raise `error` where a path is no file on a disk: a named pipe would be waited for without
    end."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as why:
        raise error(say("file.missing", file=path)) from why
    except OSError as why:
        reason = why.strerror or type(why).__name__
        raise error(say("file.not_read", file=path, reason=reason)) from why
    if stat.S_ISDIR(mode):
        raise error(say("file.is_folder", file=path))
    if not stat.S_ISREG(mode):
        raise error(say("file.not_regular", file=path))
