"""The line from shoulder to heels, by which sagging hips are told from piked ones."""

from coach.motion.measure.combined import FirstSeen
from coach.motion.measure.distances import Offset
from coach.motion.poses.joints import Joint

BODY_LINE = FirstSeen(
    (
        Offset(Joint.HIP, Joint.SHOULDER, Joint.ANKLE),
        Offset(Joint.HIP, Joint.SHOULDER, Joint.KNEE),
    ),
    visible=0.8,
)
"""The hip above (+) or below (-) it, over its length. Where the feet are out of the picture it runs
to the knee, on which the hip reads some 0.03 higher."""
