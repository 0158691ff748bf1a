"""Measures that many exercises use, by name."""

from coach.motion.measure.angles import Angle, Tilt
from coach.motion.measure.combined import FirstSeen
from coach.motion.measure.distances import Offset
from coach.motion.poses.joints import Joint

KNEE_ANGLE = Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE)
HIP_ANGLE = Angle(Joint.SHOULDER, Joint.HIP, Joint.KNEE)
ELBOW_ANGLE = Angle(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST)
SHOULDER_ANGLE = Angle(Joint.HIP, Joint.SHOULDER, Joint.ELBOW)
TRUNK_TILT = Tilt(Joint.HIP, Joint.SHOULDER)
BODY_TILT = Tilt(Joint.ANKLE, Joint.SHOULDER)

BODY_LINE = FirstSeen(
    (
        Offset(Joint.HIP, Joint.SHOULDER, Joint.ANKLE),
        Offset(Joint.HIP, Joint.SHOULDER, Joint.KNEE),
    ),
    visible=0.8,
)
"""The hip above (+) or below (-) the line from shoulder to heels, over its length, by which sagging
hips are told from piked ones. Where the feet are out of the picture it runs to the knee, on which
the hip reads some 0.03 higher."""
