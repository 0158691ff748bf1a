"""What the process may use."""

from __future__ import annotations

import os

import pytest

from coach.runtime.machine import cores, whole_cores


@pytest.mark.parametrize(
    ("quota", "most"),
    [
        pytest.param("50000 100000\n", 0.5, id="a container with half a core"),
        pytest.param("max 100000\n", 1e9, id="a container without a limit"),
        pytest.param("nonsense", 1e9, id="a file that is not understood"),
        pytest.param(None, 1e9, id="no container"),
    ],
)
def test_cores_are_what_a_container_allows(tmp_path, quota, most) -> None:
    path = tmp_path / "cpu.max"
    if quota is not None:
        path.write_text(quota)
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    assert cores(path) == min(here, most)


def test_there_is_a_whole_core() -> None:
    assert 1 <= whole_cores() <= max(1, cores())
