"""Lateral raise: long arms rise sideways to the height of the shoulders, and sink."""

from coach.motion.exercise import Cycle, Exercise, Extreme, FieldTrial, Limit, Way
from coach.motion.exercise.faults import ARMS_BENDING, BODY_SWINGING
from coach.motion.measure import Angle
from coach.motion.poses.joints import Joint

SIGNAL = Angle(Joint.HIP, Joint.SHOULDER, Joint.WRIST)

EXERCISE = Exercise(
    key="lateral_raise",
    title="Lateral raise",
    summary="Long arms sideways up to the height of the shoulders, and slowly down.",
    how_to_stand="Face the camera, or turn half away from it.",
    goal=Cycle(
        signal=SIGNAL,
        upwards=True,
        way=Way.RISES,
        top=(0.0, 45.0),
        target=Limit(80, 85),
        counts_at=Limit(52, 58),
        depth=Extreme(
            key="low_arms",
            title="Low arms",
            cue="Arms to shoulder height",
            corrected="High enough",
            measure=SIGNAL,
            limit=Limit(65, 72),
            source="The arm goes from about 15 to 95 degrees from the trunk. The other is told to "
            "hold no rep, as it was given for other exercises.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST),
    faults=(ARMS_BENDING, BODY_SWINGING),
    tried_on=FieldTrial(9, 11, 10),
)
