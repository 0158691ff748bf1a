"""Lunge: one foot goes ahead or back, both knees bend, and the body rises again."""

from coach.motion.exercise import Cycle, Exercise, Extreme, FieldTrial, Limit
from coach.motion.exercise.faults import LEANING_FORWARD
from coach.motion.exercise.postures import UPRIGHT
from coach.motion.measure import KNEE_ANGLE, Lead
from coach.motion.poses.joints import Joint

EXERCISE = Exercise(
    key="lunge",
    title="Lunge",
    summary="One foot ahead or behind, both knees bent until the rear one is near the floor, "
    "and up again.",
    how_to_stand="Stand where the camera sees you from head to feet, sideways or half turned.",
    goal=Cycle(
        signal=KNEE_ANGLE,
        quickest_s=0.6,
        top=(141.0, 178.0),
        target=Limit(100, 92),
        counts_at=Limit(140, 128),
        leading=Lead(),
        depth=Extreme(
            key="shallow",
            title="Shallow",
            cue="Go lower",
            corrected="Good depth",
            measure=KNEE_ANGLE,
            limit=Limit(125, 112),
            source="No single leg shows every lunge, as the front knee bends more in one and the "
            "rear one in the next: the mean of both knees.",
        ),
    ),
    sees=(Joint.HIP, Joint.KNEE, Joint.ANKLE),
    stands=UPRIGHT,
    faults=(LEANING_FORWARD,),
    tried_on=FieldTrial(14, 20, 18),
)
