"""The app and one person at it: the whole measurement, once."""

from __future__ import annotations

import pytest

from benchmarks.live.serving import live_bench
from coach.vision.models.model_store import stored

pytestmark = pytest.mark.e2e


def test_one_session_is_measured_from_picture_to_picture(write_clip):
    if not any(one.present for one in stored() if one.model.name == "full"):
        pytest.skip("the pose model is not here")
    told = []
    clip = write_clip((640, 360), 30, 90)
    result = live_bench(clip, [1], 4.0, lambda done, total: told.append((done, total)))
    (run,) = result.runs
    assert run.fps_least > 5
    assert run.unread == 0
    assert 0 < run.delay_p50_ms <= run.delay_p95_ms < 3000
    assert 0 < run.cores < 64
    assert result.network_ms > 1 > result.decode_ms > 0
    assert run.memory_mb > result.idle_mb > 20
    assert result.memory_per_session_mb() is None, "one number tells nothing of one more"
    assert told == [(4.0, 4.0)]
