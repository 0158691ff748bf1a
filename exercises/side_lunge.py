"""Side lunge: a wide step to one side, that knee bends, the other leg stays long."""

from dataclasses import replace

from coach.motion.exercise import Cycle, Exercise, Extreme, FieldTrial, Limit
from coach.motion.exercise.faults import KNEES_CAVING_IN, LEANING_FORWARD
from coach.motion.exercise.postures import UPRIGHT
from coach.motion.measure import KNEE_ANGLE, Side
from coach.motion.poses.joints import Joint

SIGNAL = replace(KNEE_ANGLE, side=Side.SMALLER)

EXERCISE = Exercise(
    key="side_lunge",
    title="Side lunge",
    summary="A wide step to one side, that knee bent over its foot, the other leg long, and back.",
    how_to_stand="Face the camera, so that it sees you from head to feet.",
    goal=Cycle(
        signal=SIGNAL,
        quickest_s=0.6,
        top=(131.0, 178.0),
        target=Limit(95, 88),
        counts_at=Limit(130, 120),
        depth=Extreme(
            key="shallow",
            title="Shallow",
            cue="Go lower",
            corrected="Good depth",
            measure=SIGNAL,
            limit=Limit(115, 105),
            source="One knee bends by 76 degrees and the other by 19: the one that bends more.",
        ),
    ),
    sees=(Joint.HIP, Joint.KNEE, Joint.ANKLE),
    stands=UPRIGHT,
    faults=(KNEES_CAVING_IN, LEANING_FORWARD),
    tried_on=FieldTrial(2, 2, 2),
)
