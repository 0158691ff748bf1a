"""What MediaPipe answers, and which of it becomes a pose."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import numpy.typing as npt

from coach.vision.mediapipe import landmarker

PICTURE = np.zeros((36, 64, 3), np.uint8)


def answer(*people: npt.NDArray[np.float64]) -> SimpleNamespace:
    points = [
        [SimpleNamespace(x=x, y=y, z=z, visibility=1.25) for x, y, z in image.tolist()]
        for image in people
    ]
    return SimpleNamespace(pose_landmarks=points, pose_world_landmarks=points)


def test_only_plausible_answers_become_poses() -> None:
    spread = np.linspace(0.2, 0.8, 99).reshape(33, 3)
    (pose,) = landmarker._poses(answer(spread), 1.0, PICTURE)
    assert (pose.t, pose.size) == (1.0, (64, 36))
    assert pose.visibility.max() == 1.0, "visibility is kept between 0 and 1"
    nan, far, point = spread.copy(), spread.copy(), np.full((33, 3), 0.5)
    nan[3, 1] = np.nan
    far[7, 0] = 40.0
    for image in (nan, far, point):
        assert landmarker._poses(answer(image), 1.0, PICTURE) == ()
    assert len(landmarker._poses(answer(spread, nan, spread), 1.0, PICTURE)) == 2


def test_nobody_is_no_trouble() -> None:
    assert landmarker._poses(answer(), 1.0, PICTURE) == ()
