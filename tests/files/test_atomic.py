"""Outputs: whole or not at all, and the old file stays until the new one is whole."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from coach.files.atomic import check_output, replacing, write_text
from coach.files.errors import OutputError


def test_a_file_appears_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    with replacing(path) as temporary:
        temporary.write_text("new")
        assert not path.exists()
        assert temporary.parent == tmp_path, "a rename works only within one disk"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_after_a_failure_the_old_file_is_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("old")

    def fail() -> None:
        with replacing(path) as temporary:
            temporary.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    """Root could put a file in the place of /dev/null, and every program of the machine fails."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OutputError, match="device or a pipe"):
        write_text(pipe, "new")
    assert pipe.is_fifo()


def test_a_link_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "folder" / "real.json", tmp_path / "link.json"
    real.parent.mkdir()
    real.write_text("old")
    link.symlink_to(real)
    write_text(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert list(real.parent.iterdir()) == [real]


def test_who_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        new = tmp_path / "new.json"
        write_text(new, "{}")
        assert new.stat().st_mode & 0o777 == 0o640, "as any new file"
        new.chmod(0o604)
        write_text(new, "[]")
        assert new.stat().st_mode & 0o777 == 0o604, "as the file that it replaces"
    finally:
        os.umask(before)


@pytest.mark.parametrize(
    ("name", "says"),
    [("missing/out.json", "make the folder"), ("folder", "is a folder: name the file")],
)
def test_places_that_cannot_be_written(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "folder").mkdir()
    for attempt in (check_output, lambda path: write_text(path, "")):
        with pytest.raises(OutputError, match=says):
            attempt(tmp_path / name)


@pytest.mark.parametrize(
    ("code", "says"), [(errno.ENOSPC, "the disk is full"), (errno.EIO, "choose another place")]
)
def test_a_disk_that_fails(tmp_path: Path, code: int, says: str) -> None:
    def fail() -> None:
        with replacing(tmp_path / "out.json"):
            raise OSError(code, os.strerror(code))

    with pytest.raises(OutputError, match=says):
        fail()
    assert list(tmp_path.iterdir()) == []
