"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coach.files.errors import OutputError
from coach.files.places import is_folder, is_there, real
from coach.texts import say


def check_output(path: Path) -> None:
    """Find out before the work starts whether `path` can be written.

    Raises OutputError when its folder is missing or closed to us, when its name is none that the
    disk takes, or when it is a folder itself or a device: root could replace /dev/null by a file,
    for every program of the machine.
    """
    folder = path.parent
    if not is_folder(folder):
        raise OutputError(say("file.no_folder", file=path, folder=folder))
    if is_folder(path):
        raise OutputError(say("file.output_is_folder", file=path))
    try:
        device = is_there(path) and not path.is_file()
        path.lstat()
    except FileNotFoundError:
        device = False
    except OSError as error:
        raise output_error(path, error) from error
    if device:
        raise OutputError(say("file.output_is_device", file=path))
    if not os.access(folder, os.W_OK):
        raise OutputError(say("file.folder_closed", file=path, folder=folder))


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place when the block ends well; where `path` is
    a link, the place of what it leads to.

    After an exception nothing is left of it, and what `path` held before is untouched. Raises
    OutputError when the file cannot be written.
    """
    check_output(path)
    place = real(path)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{place.name[:100]}.", dir=place.parent)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        temporary.chmod(_permissions(place))
        temporary.replace(place)
    except OSError as error:
        raise output_error(path, error) from error
    finally:
        if temporary is not None:
            with suppress(FileNotFoundError):
                temporary.unlink()


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8, whole or not at all; what is no letter, as in the name of a file that
    is no UTF-8, is written out (\\udcff). Raises OutputError."""
    write_parts(path, (text,))


def write_parts(path: Path, parts: Iterable[str]) -> None:
    """Write pieces of a text one after the other, as `write_text`."""
    with (
        replacing(path) as temporary,
        temporary.open("w", encoding="utf-8", errors="backslashreplace") as file,
    ):
        file.writelines(parts)


def output_error(path: Path, error: OSError) -> OutputError:
    """The sentence for a write that failed."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return OutputError(say("file.disk_full", file=path))
    reason = error.strerror or type(error).__name__
    return OutputError(say("file.not_written", file=path, reason=reason))


def _permissions(path: Path) -> int:
    """Those of the file that is replaced; else what the process gives to new files.

    A temporary file is readable by its owner alone, which would surprise who shares the result.
    """
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
