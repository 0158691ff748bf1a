"""Made-up poses and snapshots for the tests of the overlay."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from coach.motion.poses.pose import Landmark, Pose
from coach.motion.snapshot import Rep, Snapshot

L = Landmark
_STANDING = {
    (L.NOSE,): (0.5, 0.15),
    (L.LEFT_EAR, L.RIGHT_EAR): (0.53, 0.15),
    (L.LEFT_SHOULDER, L.RIGHT_SHOULDER): (0.57, 0.27),
    (L.LEFT_ELBOW, L.RIGHT_ELBOW): (0.6, 0.4),
    (L.LEFT_WRIST, L.RIGHT_WRIST): (0.61, 0.5),
    (L.LEFT_HIP, L.RIGHT_HIP): (0.55, 0.5),
    (L.LEFT_KNEE, L.RIGHT_KNEE): (0.55, 0.65),
    (L.LEFT_ANKLE, L.RIGHT_ANKLE): (0.55, 0.8),
    (L.LEFT_HEEL, L.RIGHT_HEEL): (0.55, 0.82),
    (L.LEFT_FOOT_INDEX, L.RIGHT_FOOT_INDEX): (0.58, 0.83),
}


def standing(visibility: float = 0.9) -> Pose:
    """A person who stands in the middle of a picture, left landmarks at the greater x."""
    image = np.zeros((33, 3))
    for joints, (x, y) in _STANDING.items():
        for joint in joints:
            image[joint] = (1 - x if len(joints) == 2 and joint % 2 == 0 else x, y, 0)
    return pose_of(image, visibility)


def lying() -> Pose:
    """The same person turned on the side, in the lower half of the picture."""
    x, y, z = standing().image.T
    return pose_of(np.stack([y, 1.3 - x, z], axis=1))


def pose_of(image: npt.NDArray[np.float64], visibility: float = 0.9) -> Pose:
    return Pose.from_arrays(0.0, image, np.zeros((33, 3)), np.full(33, visibility), (640, 360))


def flipped(pose: Pose) -> Pose:
    """The same pose in a picture that was flipped left to right."""
    image = pose.image.copy()
    image[:, 0] = 1 - image[:, 0]
    return pose_of(image, float(pose.visibility[0]))


def snapshot(reps: int = 0, **values: Any) -> Snapshot:
    counted = tuple(Rep(n + 1, n, n + 0.5, n + 1, 1.0) for n in range(reps))
    return Snapshot(0.0, "squat", "beginner", ready=True, tracked=True, reps=counted, **values)


def ground(width: int = 640, height: int = 360, level: int = 90) -> npt.NDArray[np.uint8]:
    return np.full((height, width, 3), level, np.uint8)
