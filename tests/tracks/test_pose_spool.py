"""Poses put aside on disk and read back as they were."""

from __future__ import annotations

import errno
from typing import Any

import numpy as np
import pytest

from coach.files.errors import FileError
from coach.tracks.pose_spool import PoseSpool
from tests.commands.figures import somebody

SIZE = (64, 48)


def test_poses_come_back_in_order() -> None:
    spool = PoseSpool(SIZE)
    a, b = somebody(0.0, SIZE), somebody(0.25, SIZE)
    spool.write(0.0, [(1, a)])
    spool.write(0.1, [])
    spool.write(0.25, [(7, b), (1, a)])
    read = list(spool.read())
    spool.close()
    assert [(t, list(people)) for t, people in read] == [(0.0, [1]), (0.1, []), (0.25, [7, 1])]
    again = read[2][1][7]
    assert (again.t, again.size) == (0.25, SIZE)
    for name in ("image", "world", "visibility"):
        assert np.array_equal(getattr(again, name), np.float32(getattr(b, name)))


def test_a_full_disk_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, data: bytes) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

        def close(self) -> None:
            """Nothing is held."""

    def full(*_: Any) -> Full:
        return Full()

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    with pytest.raises(FileError, match=r"No space left on device.*TMPDIR"):
        PoseSpool(SIZE).write(0.0, [])
