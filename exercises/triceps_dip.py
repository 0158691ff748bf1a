"""Triceps dip: on the hands, the elbows bend until the upper arms are level, and straighten."""

from coach.motion.exercise import Cycle, Exercise, Extreme, FieldTrial, Limit
from coach.motion.exercise.faults import LEANING_FORWARD
from coach.motion.measure import ELBOW_ANGLE
from coach.motion.poses.joints import Joint

EXERCISE = Exercise(
    key="triceps_dip",
    title="Triceps dip",
    summary="Hands on bars or a bench, bend the elbows until the upper arms are level, and "
    "push up.",
    how_to_stand="Turn sideways or half turned to the camera.",
    goal=Cycle(
        signal=ELBOW_ANGLE,
        top=(126.0, 178.0),
        target=Limit(90, 85),
        counts_at=Limit(125, 115),
        depth=Extreme(
            key="shallow",
            title="Shallow",
            cue="Go lower",
            corrected="Good depth",
            measure=ELBOW_ANGLE,
            limit=Limit(105, 98),
            source="The elbow goes from 170 to between 80 and 105.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST),
    faults=(LEANING_FORWARD,),
    tried_on=FieldTrial(6, 7, 7),
)
