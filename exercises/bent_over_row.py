"""Bent-over row: with a bent trunk the hands are pulled to the body; both or one."""

from coach.motion.exercise import (
    SIDES_AND_OBLIQUE,
    Cycle,
    Exercise,
    Extreme,
    FieldTrial,
    Limit,
    Turns,
)
from coach.motion.exercise.faults import BODY_SWINGING
from coach.motion.measure import ELBOW_ANGLE
from coach.motion.poses.joints import Joint

EXERCISE = Exercise(
    key="bent_over_row",
    title="Bent-over row",
    summary="Trunk bent forward and still, pull the elbows back past the body, and lower all "
    "the way.",
    how_to_stand="Turn sideways or half turned to the camera.",
    goal=Cycle(
        signal=ELBOW_ANGLE,
        upwards=True,
        turns=Turns.EACH,
        top=(121.0, 178.0),
        target=Limit(70, 65),
        counts_at=Limit(120, 110),
        depth=Extreme(
            key="half_range",
            title="Half range",
            cue="Elbows further back",
            corrected="Full range",
            measure=ELBOW_ANGLE,
            limit=Limit(100, 90),
            source="The elbow of each arm, which weights and dark sleeves hide. Where the picture "
            "is dark or an arm hidden reps are lost: this one needs a better measure.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST),
    faults=(BODY_SWINGING,),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    tried_on=FieldTrial(7, 7, 4),
)
