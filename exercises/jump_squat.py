"""Jump squat: down as in a squat, and off the floor."""

from dataclasses import replace

from coach.motion.exercise import Cycle, Exercise, Extreme, FieldTrial, Limit
from coach.motion.exercise.faults import KNEES_CAVING_IN, LEANING_FORWARD
from coach.motion.measure import KNEE_ANGLE
from coach.motion.poses.joints import Joint

SIGNAL = KNEE_ANGLE

EXERCISE = Exercise(
    key="jump_squat",
    title="Jump squat",
    summary="Down as in a squat, jump off the floor, and land softly into the next one.",
    how_to_stand="Stand where the camera sees you from head to feet, with room above your head.",
    goal=Cycle(
        signal=SIGNAL,
        quickest_s=0.5,
        top=(130.0, 178.0),
        target=Limit(90, 80),
        counts_at=Limit(120, 110),
        depth=Extreme(
            key="shallow",
            title="Shallow",
            cue="Go deeper",
            corrected="Good depth",
            measure=SIGNAL,
            limit=Limit(105, 95),
            source="The squat's knee, quicker. On 5 of 5 clips (4 people or places) it counts as "
            "an eye does; it was chosen on the same ones.",
        ),
    ),
    positions=(),
    sees=(
        Joint.HIP,
        Joint.KNEE,
        Joint.ANKLE,
    ),
    stands=(Joint.ANKLE, Joint.KNEE, Joint.HIP, Joint.SHOULDER),
    faults=(
        KNEES_CAVING_IN,
        replace(LEANING_FORWARD, high=Limit(62.0, 55.0)),
    ),
    tried_on=FieldTrial(4, 5, 5),
    reasons={"shallow": "Too shallow: go deeper", "rested": "That was a rest: keep moving"},
)
