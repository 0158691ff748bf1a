"""What is believed of a model's landmarks."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from coach.motion.poses.pose import LANDMARK_COUNT, Landmark, Pose
from coach.vision.detector import Detector
from coach.vision.visibility_caps import HEELS, cap_visibility
from exercises import squat


def _pose(visibility: float) -> Pose:
    at = np.full((LANDMARK_COUNT, 3), 0.5)
    return Pose.from_arrays(1.0, at, at, np.full(LANDMARK_COUNT, visibility), (640, 480))


@pytest.mark.parametrize(
    ("model", "seen", "heels"),
    [
        ("lite", 0.95, 0.6),
        ("lite", 0.2, 0.2),
        ("full", 0.95, 0.95),
        ("heavy", 0.95, 0.95),
    ],
    ids=["no more than is believed", "hidden stays hidden", "full", "heavy"],
)
def test_only_the_lite_models_heels_are_doubted(model: str, seen: float, heels: float) -> None:
    pose = cap_visibility(_pose(seen), model)
    expected = {landmark: heels if landmark in HEELS else seen for landmark in Landmark}
    assert dict(zip(Landmark, pose.visibility.tolist(), strict=True)) == expected
    assert not pose.visibility.flags.writeable


def test_nothing_but_visibility_changes() -> None:
    pose, before = cap_visibility(_pose(0.9), "lite"), _pose(0.9)
    assert np.array_equal(pose.image, before.image)
    assert np.array_equal(pose.world, before.world)
    assert (pose.t, pose.size) == (before.t, before.size)


def test_doubted_heels_are_no_ground_for_a_fault() -> None:
    rule = next(fault for fault in squat.EXERCISE.faults if fault.key == "heels_lifting")
    assert cap_visibility(_pose(1.0), "lite").visibility[HEELS[0]] < rule.visible


def test_the_detector_passes_its_doubts_on(
    full_model: bytes, squat_frames: list[tuple[float, npt.NDArray[np.uint8]]]
) -> None:
    t, rgb = squat_frames[0]
    seen = {}
    for model in ("lite", "full"):
        with Detector(model, load=lambda _: full_model) as detector:
            pose = detector.detect(rgb, t)
        assert pose is not None
        seen[model] = pose.visibility[list(HEELS)].max()
    assert seen["lite"] <= 0.6 < seen["full"], "the same network under two names"
