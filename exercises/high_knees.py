"""High knees: running on the spot, each knee up to the height of the hip."""

from coach.motion.exercise import Cycle, Exercise, Extreme, FieldTrial, Limit, Turns
from coach.motion.exercise.faults import LEANING_FORWARD
from coach.motion.exercise.postures import STANDING, UPRIGHT
from coach.motion.measure import HIP_ANGLE
from coach.motion.poses.joints import Joint

EXERCISE = Exercise(
    key="high_knees",
    title="High knees",
    summary="Run on the spot, each knee up to the height of the hip.",
    how_to_stand="Stand where the camera sees you from head to feet.",
    goal=Cycle(
        signal=HIP_ANGLE,
        upwards=True,
        turns=Turns.EACH,
        quickest_s=0.2,
        top=(140.0, 178.0),
        target=Limit(100, 92),
        counts_at=Limit(130, 122),
        depth=Extreme(
            key="low_knees",
            title="Low knees",
            cue="Knees higher",
            corrected="High knees",
            measure=HIP_ANGLE,
            limit=Limit(115, 108),
            source="The hip of each leg, at up to three knees a second.",
        ),
    ),
    positions=(STANDING,),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE),
    stands=UPRIGHT,
    faults=(LEANING_FORWARD,),
    tried_on=FieldTrial(2, 2, 2),
)
