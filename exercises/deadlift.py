"""Deadlift: the hips go back until the weight is low, and come forward to stand tall."""

from coach.motion.exercise import SIDES_AND_OBLIQUE, Cycle, Exercise, Extreme, FieldTrial, Limit
from coach.motion.exercise.faults import KNEES_BENDING
from coach.motion.exercise.postures import UPRIGHT
from coach.motion.measure import HIP_ANGLE
from coach.motion.poses.joints import Joint

EXERCISE = Exercise(
    key="deadlift",
    title="Deadlift",
    summary="Hips back with a long back until the weight is at the shins, then stand tall.",
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
            cue="Reach lower",
            corrected="Low enough",
            measure=HIP_ANGLE,
            limit=Limit(110, 100),
            source="The hip bends by 87 to 101 degrees, from every side. In the one that differs "
            "a set begins and ends on the floor.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE),
    stands=UPRIGHT,
    faults=(KNEES_BENDING,),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    tried_on=FieldTrial(11, 12, 11),
)
