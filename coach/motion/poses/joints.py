"""Named joints: the pair of landmarks (left, right) that a measure is built from."""

from __future__ import annotations

from enum import Enum

from coach.motion.poses.pose import Landmark


class Joint(Enum):
    """A joint on both sides of the body; its value, and quicker its `sides`, are its (left, right)
    landmark."""

    NOSE = (Landmark.NOSE, Landmark.NOSE)
    EAR = (Landmark.LEFT_EAR, Landmark.RIGHT_EAR)
    SHOULDER = (Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER)
    ELBOW = (Landmark.LEFT_ELBOW, Landmark.RIGHT_ELBOW)
    WRIST = (Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST)
    HIP = (Landmark.LEFT_HIP, Landmark.RIGHT_HIP)
    KNEE = (Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE)
    ANKLE = (Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE)
    HEEL = (Landmark.LEFT_HEEL, Landmark.RIGHT_HEEL)
    TOE = (Landmark.LEFT_FOOT_INDEX, Landmark.RIGHT_FOOT_INDEX)

    def __init__(self, left: Landmark, right: Landmark) -> None:
        # Read a hundred times a frame, where an enum's `value` takes five times as long.
        self.sides = (left, right)


TRUNK = [*Joint.SHOULDER.value, *Joint.HIP.value]
"""The landmarks at its four corners: shoulders, then hips, the left one first."""
