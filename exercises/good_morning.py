"""Good morning: the trunk bends forward at the hips with long legs, and rises."""

from coach.motion.exercise import SIDES_AND_OBLIQUE, Cycle, Exercise, Extreme, FieldTrial, Limit
from coach.motion.exercise.faults import KNEES_BENDING
from coach.motion.exercise.postures import UPRIGHT
from coach.motion.measure import HIP_ANGLE
from coach.motion.poses.joints import Joint

EXERCISE = Exercise(
    key="good_morning",
    title="Good morning",
    summary="Bend forward at the hips with nearly straight legs until the trunk is level, and "
    "rise.",
    how_to_stand="Stand sideways or half turned, where the camera sees you from head to feet.",
    goal=Cycle(
        signal=HIP_ANGLE,
        quickest_s=0.6,
        top=(131.0, 178.0),
        target=Limit(90, 80),
        counts_at=Limit(130, 120),
        depth=Extreme(
            key="shallow",
            title="Short",
            cue="Bend further",
            corrected="Low enough",
            measure=HIP_ANGLE,
            limit=Limit(110, 100),
            source="The deadlift's limits: the hip bends alike.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE),
    stands=UPRIGHT,
    faults=(KNEES_BENDING,),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    tried_on=FieldTrial(2, 3, 3),
)
