"""The measures that exercises are built from: each a small frozen value that reads one number.

A measure reads a `Body` into a `Reading`. One that the view cannot show reads NaN. Those that are
measured on either side of the body have a `side`, the policy by which left and right become one.
"""

from coach.motion.measure.angles import Angle, Tilt
from coach.motion.measure.body_line import BODY_LINE
from coach.motion.measure.combined import (
    Asymmetry,
    ByView,
    Difference,
    FirstSeen,
    OnceUpright,
    OneSide,
)
from coach.motion.measure.distances import Ahead, Lift, Offset, Rise, StepLength
from coach.motion.measure.frontal import KneeValgus, PelvisShift, TrunkLean
from coach.motion.measure.reading import UNREAD, Measure, Reading, Side

__all__ = [
    "BODY_LINE",
    "UNREAD",
    "Ahead",
    "Angle",
    "Asymmetry",
    "ByView",
    "Difference",
    "FirstSeen",
    "KneeValgus",
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
]
