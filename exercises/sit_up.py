"""Sit-up: from lying the trunk rises until it is upright, and goes down."""

from coach.motion.exercise import (
    SIDES,
    SIDES_AND_OBLIQUE,
    Cycle,
    Exercise,
    Extreme,
    Fault,
    FieldTrial,
    Limit,
)
from coach.motion.measure import TRUNK_TILT, Angle, Side
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Tone

EXERCISE = Exercise(
    key="sit_up",
    title="Sit-up",
    summary="From lying with bent knees sit up until the trunk is upright, and roll down.",
    how_to_stand="Lie sideways to a camera that stands low.",
    goal=Cycle(
        signal=TRUNK_TILT,
        upwards=True,
        quickest_s=0.6,
        rest_s=15.0,
        top=(60.0, 110.0),
        target=Limit(30, 20),
        counts_at=Limit(55, 50),
        depth=Extreme(
            key="short",
            title="Not up",
            cue="Sit up further",
            corrected="All the way up",
            measure=TRUNK_TILT,
            limit=Limit(45, 38),
            source="The trunk from lying to near upright; half turned it reads less. A last rep "
            "after which nobody lies down again is not counted.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.HIP),
    faults=(
        Fault(
            key="legs_straight",
            title="Legs straight",
            cue="Bend your knees",
            corrected="Knees are bent",
            measure=Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE, side=Side.NEAR),
            high=Limit(165.0, 150.0),
            views=SIDES,
            tone=Tone.ADVICE,
            points_lost=5,
            persist_s=0.5,
            source="Bent knees spare the lower back. No clip is labelled for it and few people "
            "stand behind it: advice, never a lost rep.",
        ),
    ),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    tried_on=FieldTrial(3, 4, 2),
)
