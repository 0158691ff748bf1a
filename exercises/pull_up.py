"""Pull-up and chin-up: from hanging arms the body is pulled up to the hands."""

from coach.motion.exercise import Cycle, Exercise, Extreme, FieldTrial, Limit
from coach.motion.exercise.faults import BODY_SWINGING
from coach.motion.measure import ELBOW_ANGLE
from coach.motion.poses.joints import Joint

EXERCISE = Exercise(
    key="pull_up",
    title="Pull-up",
    summary="Hang with long arms, pull until the chin is over the bar, and lower all the way.",
    how_to_stand="The camera sees you from hands to hips, from the front or behind.",
    goal=Cycle(
        signal=ELBOW_ANGLE,
        upwards=True,
        top=(116.0, 178.0),
        target=Limit(60, 55),
        counts_at=Limit(115, 105),
        depth=Extreme(
            key="half_range",
            title="Half range",
            cue="Chin over the bar",
            corrected="Full range",
            measure=ELBOW_ANGLE,
            limit=Limit(95, 85),
            source="The elbow goes from 170 to 50 while the hands stay. In the other only a "
            "silhouette is seen.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST),
    faults=(BODY_SWINGING,),
    tried_on=FieldTrial(7, 8, 7),
)
