"""The postures in which many exercises happen, by name."""

from __future__ import annotations

from coach.motion.exercise.rules import Position
from coach.motion.measure import BODY_TILT, Rise, Tilt
from coach.motion.poses.joints import Joint

UPRIGHT = (Joint.ANKLE, Joint.KNEE, Joint.HIP, Joint.SHOULDER)
"""What stands over one another in a body that stands."""

STANDING = Position(BODY_TILT, ask="stand_up", high=45.0)
"""The shoulders are over the feet."""

LYING = Position(BODY_TILT, ask="get_down", low=50.0, high=120.0, visible=0.0)
"""The shoulders are about as high as the feet, as in a push-up. A guess of hidden feet will do."""

ON_FOREARMS_OR_HANDS = Position(
    Rise(Joint.SHOULDER, Joint.ELBOW, (Joint.SHOULDER, Joint.ELBOW)),
    ask="elbows_under_shoulders",
    low=0.6,
)
"""The upper arms stand under the shoulders."""

HIPS_OFF_FLOOR = Position(
    Rise(Joint.HIP, Joint.WRIST, (Joint.HIP, Joint.SHOULDER)), ask="hips_off_floor", low=0.4
)
"""The hips are well above the hands, in trunk lengths."""

# At the bottom some forearms lie flat, for as long as the body is down (docs/accuracy.md).
ON_HANDS = Position(Tilt(Joint.WRIST, Joint.ELBOW), ask="on_your_hands", high=58.0, leave_s=1.5)
"""The forearms stand on the hands."""
