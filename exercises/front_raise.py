"""Front raise: long arms rise forward to the height of the shoulders; together or in turn."""

from coach.motion.exercise import (
    SIDES_AND_OBLIQUE,
    Cycle,
    Exercise,
    Extreme,
    FieldTrial,
    Limit,
    Turns,
    Way,
)
from coach.motion.exercise.faults import ARMS_BENDING, BODY_SWINGING
from coach.motion.measure import Angle
from coach.motion.poses.joints import Joint

SIGNAL = Angle(Joint.HIP, Joint.SHOULDER, Joint.WRIST)

EXERCISE = Exercise(
    key="front_raise",
    title="Front raise",
    summary="Long arms forward up to the height of the shoulders, and slowly down.",
    how_to_stand="Stand sideways or half turned to the camera.",
    goal=Cycle(
        signal=SIGNAL,
        upwards=True,
        way=Way.RISES,
        turns=Turns.EACH,
        quickest_s=0.8,
        top=(0.0, 50.0),
        target=Limit(85, 90),
        counts_at=Limit(55, 60),
        depth=Extreme(
            key="low_arms",
            title="Low arms",
            cue="Arms to shoulder height",
            corrected="High enough",
            measure=SIGNAL,
            limit=Limit(65, 72),
            source="The lateral raise's limits, each arm by itself; from the front it looks like "
            "a curl.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST),
    faults=(ARMS_BENDING, BODY_SWINGING),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    tried_on=FieldTrial(2, 2, 1),
)
