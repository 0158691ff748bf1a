"""The measures that exercises are built from: each a small frozen value that reads one number.

A measure reads a `Body` into a `Reading`. One that the view cannot show reads NaN. Those that are
measured on either side of the body have a `side`, the policy by which left and right become one.
"""

from coach.motion.measure.angles import Angle, Tilt
from coach.motion.measure.combined import (
    Asymmetry,
    ByView,
    Difference,
    FirstSeen,
    OnceUpright,
    OneSide,
)
from coach.motion.measure.distances import Ahead, Lead, Lift, Offset, Rise, StepLength, Width
from coach.motion.measure.frontal import KneeValgus, PelvisShift, TrunkLean
from coach.motion.measure.named import (
    BODY_LINE,
    BODY_TILT,
    ELBOW_ANGLE,
    HIP_ANGLE,
    KNEE_ANGLE,
    SHOULDER_ANGLE,
    TRUNK_TILT,
)
from coach.motion.measure.reading import UNREAD, Measure, Reading, Side
from coach.motion.measure.sided import on_side

__all__ = [
    "BODY_LINE",
    "BODY_TILT",
    "ELBOW_ANGLE",
    "HIP_ANGLE",
    "KNEE_ANGLE",
    "SHOULDER_ANGLE",
    "TRUNK_TILT",
    "UNREAD",
    "Ahead",
    "Angle",
    "Asymmetry",
    "ByView",
    "Difference",
    "FirstSeen",
    "KneeValgus",
    "Lead",
    "Lift",
    "Measure",
    "Offset",
    "OnceUpright",
    "OneSide",
    "PelvisShift",
    "Reading",
    "Rise",
    "Side",
    "StepLength",
    "Tilt",
    "TrunkLean",
    "Width",
    "on_side",
]
