"""What can be asked of a detector, whatever is around it."""

from __future__ import annotations

from typing import Protocol

from coach.arrays import Rgb
from coach.motion.poses.pose import Pose


class PoseDetector(Protocol):
    """What finds a person in a stream of pictures (coach.vision.detector.Detector)."""

    def detect(self, rgb: Rgb, t: float) -> Pose | None:
        """The pose in a (h, w, 3) picture at t seconds."""

    def close(self) -> None:
        """Let go of the model."""


class PeopleDetector(Protocol):
    """What finds everybody in a stream of pictures (coach.vision.detector.Detector)."""

    def detect_all(self, rgb: Rgb, t: float) -> tuple[Pose, ...]:
        """People in a (h, w, 3) uint8 picture at t seconds, in any order."""

    def close(self) -> None:
        """Let go of the model."""
