"""A model's pages count once for the process, however many landmarkers have read them."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from coach.vision import letting_go, mapped
from coach.vision.landmarker import Landmarker

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="files in memory are Linux's")


def counted():
    """Kilobytes of each mapping of a model that count for this process."""
    text = Path("/proc/self/smaps").read_text(encoding="utf-8")
    return [int(kb) for kb in re.findall(rf"/memfd:{mapped.NAME} .*?\nRss: +(\d+) kB", text, re.S)]


@on_linux
def test_what_landmarkers_read_is_given_back_and_they_go_on(full_model, squat_frames):
    landmarkers = [Landmarker(full_model, people=1, stream=False) for _ in range(2)]
    found = [one.in_still(squat_frames[0][1], 960) for one in landmarkers]
    assert len(counted()) >= 2
    assert sum(counted()) < 1000, "of 12 MB for each"
    assert all(len(poses) == 1 for poses in found)
    for one in landmarkers:
        one.close()


@on_linux
def test_without_it_each_landmarker_counts_the_whole_model(full_model, monkeypatch):
    monkeypatch.setattr(mapped, "give_back", lambda: None)
    landmarker = Landmarker(full_model, people=1, stream=False)
    assert max(counted()) > 5000
    landmarker.close()


OURS, OTHERS = f"/memfd:{mapped.NAME} (deleted)", "/memfd:pose-models (deleted)"


@on_linux
@pytest.mark.parametrize(
    ("line", "given"),
    [
        pytest.param(f"7f00-8f00 r--s 0000 00:01 5    {OURS}", [(0x7F00, 0x1000)], id="a model"),
        pytest.param(f"7f00-8f00 rw-p 0000 00:01 5    {OURS}", [], id="one that may be changed"),
        pytest.param(f"7f00-8f00 r--s 0000 00:01 6    {OTHERS}", [], id="another file"),
        pytest.param("7f00-8f00 r--p 0000 00:00 0", [], id="no file"),
    ],
)
def test_only_models_are_given_back(tmp_path, monkeypatch, line, given):
    (tmp_path / "maps").write_text(f"{line}\n")
    seen = []

    def madvise(start, length, _advice):
        seen.append((start, length))

    monkeypatch.setattr(mapped, "_MAPS", tmp_path / "maps")
    monkeypatch.setattr(mapped.ctypes, "CDLL", lambda _: SimpleNamespace(madvise=madvise))
    mapped.give_back()
    assert seen == given


def test_elsewhere_nothing_is_done(monkeypatch):
    monkeypatch.setattr(mapped.sys, "platform", "darwin")
    monkeypatch.setattr(mapped.ctypes, "CDLL", lambda _: pytest.fail("asked"))
    mapped.give_back()


def test_a_landmarker_is_closed_only_while_none_is_made():
    class One:
        """MediaPipe's landmarker."""

        def close(self):
            assert mapped.changing.locked()

    class Owner:
        """Whoever uses it."""

    one, owner = One(), Owner()
    letting_go.look_after(owner, one)
    letting_go.close(one)
    assert not mapped.changing.locked()
