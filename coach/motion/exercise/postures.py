"""The postures in which many exercises happen, by name."""

from __future__ import annotations

from coach.motion.exercise.rules import Position
from coach.motion.measure import Tilt
from coach.motion.poses.joints import Joint

# One measure for all of them: it is read once a frame.
BODY_TILT = Tilt(Joint.ANKLE, Joint.SHOULDER)

STANDING = Position(BODY_TILT, ask="stand_up", high=45.0)
"""The shoulders are over the feet."""
