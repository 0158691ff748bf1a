"""Shoulder press: the hands go from the shoulders overhead; both, in turn, or one."""

from coach.motion.exercise import Cycle, Exercise, Extreme, FieldTrial, Limit, Turns, Way
from coach.motion.exercise.faults import BODY_SWINGING
from coach.motion.measure import Rise
from coach.motion.poses.joints import Joint

SIGNAL = Rise(Joint.ELBOW, Joint.SHOULDER, (Joint.SHOULDER, Joint.ELBOW))

EXERCISE = Exercise(
    key="shoulder_press",
    title="Shoulder press",
    summary="From the shoulders press overhead until the arms are long, and lower to the "
    "shoulders.",
    how_to_stand="Stand or sit where the camera sees you, with room above your head.",
    goal=Cycle(
        signal=SIGNAL,
        upwards=True,
        way=Way.RISES,
        turns=Turns.EACH,
        error=0.06,
        top=(-1, 0.1),
        target=Limit(0.8, 0.85),
        counts_at=Limit(0.4, 0.5),
        depth=Extreme(
            key="half_range",
            title="Half range",
            cue="Press higher",
            corrected="Full range",
            measure=SIGNAL,
            limit=Limit(0.6, 0.7),
            margin=0.1,
            source="How far the elbow is above the shoulder, in lengths of the upper arm: wrists "
            "leave the picture, and many stop with elbows at 130 degrees.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW),
    faults=(BODY_SWINGING,),
    tried_on=FieldTrial(8, 11, 11),
)
