"""Jump squat: down as in a squat, and off the floor."""

from dataclasses import replace

from coach.motion.exercise import Cycle, Exercise, Extreme, FieldTrial, Limit
from coach.motion.exercise.faults import KNEES_CAVING_IN, LEANING_FORWARD
from coach.motion.exercise.postures import UPRIGHT
from coach.motion.measure import KNEE_ANGLE
from coach.motion.poses.joints import Joint

EXERCISE = Exercise(
    key="jump_squat",
    title="Jump squat",
    summary="Down as in a squat, jump off the floor, and land softly into the next one.",
    how_to_stand="Stand where the camera sees you from head to feet, with room above your head.",
    goal=Cycle(
        signal=KNEE_ANGLE,
        quickest_s=0.5,
        top=(130.0, 178.0),
        target=Limit(90, 80),
        counts_at=Limit(120, 110),
        depth=Extreme(
            key="shallow",
            title="Shallow",
            cue="Go deeper",
            corrected="Good depth",
            measure=KNEE_ANGLE,
            limit=Limit(105, 95),
            source="The squat's knee, quicker, and less deep than a squat's.",
        ),
    ),
    sees=(Joint.HIP, Joint.KNEE, Joint.ANKLE),
    stands=UPRIGHT,
    faults=(
        KNEES_CAVING_IN,
        replace(LEANING_FORWARD, high=Limit(62.0, 55.0)),
    ),
    tried_on=FieldTrial(4, 5, 5),
)
