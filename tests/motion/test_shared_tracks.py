"""Every recorded clip of squats and push-ups, one by one: all but those that are named are counted
as by eye.

What the clips come to all together, and against the goals, is in tests/evaluation.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from coach.motion.engine import Engine
from coach.motion.poses.track import Track
from exercises import find

SHARED = Path(__file__).parents[3] / "shared" / "data"
MANIFEST = SHARED / "manifest.json"
COUNTED = ("squat", "push_up")
MISSED = {
    "squat_front_sumozoom_10": "a hand-held close-up: feet and head are often outside the picture",
    "squat_45_coached_1": "sped up, and a second person stands beside",
    "squat_rear_darkrear_1": "from behind in a dark gym, the feet cut off",
}
"""Clips that the rules count otherwise than the eye, and why. One that is counted right fails here,
so that it is taken off."""

pytestmark = pytest.mark.skipif(
    not MANIFEST.is_file(), reason="the recorded clips are not here (../shared/data)"
)


def clips() -> list[dict[str, Any]]:
    if not MANIFEST.is_file():
        return []
    listed = json.loads(MANIFEST.read_text("utf-8"))["clips"]
    return [clip for clip in listed if clip["exercise"] in COUNTED]


def cases() -> list[Any]:
    return [
        pytest.param(
            clip,
            id=clip["id"],
            marks=[pytest.mark.xfail(reason=MISSED[clip["id"]])] if clip["id"] in MISSED else [],
        )
        for clip in clips()
    ]


@pytest.mark.parametrize("clip", cases())
def test_a_clip_is_counted_as_by_eye(clip: dict[str, Any]) -> None:
    with np.load(SHARED / clip["track"]) as z:
        track = Track.from_arrays(*(z[k] for k in ("t", "image", "world", "visibility", "size")))
    engine = Engine(find(clip["exercise"]))
    for t, pose in track.poses():
        engine.see(t, pose)
    count = len(engine.finish().reps)
    least, most = clip["reps_accept"]
    assert least <= count <= most
    assert clip["reps_by_eye"] in (None, count)
