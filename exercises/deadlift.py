"""Deadlift: the hips go back until the weight is low, and come forward to stand tall."""

from coach.motion.exercise import SIDES_AND_OBLIQUE, Cycle, Exercise, Extreme, FieldTrial, Limit
from coach.motion.exercise.faults import KNEES_BENDING
from coach.motion.measure import HIP_ANGLE
from coach.motion.poses.joints import Joint

SIGNAL = HIP_ANGLE

EXERCISE = Exercise(
    key="deadlift",
    title="Deadlift",
    summary="Hips back with a long back until the weight is at the shins, then stand tall.",
    how_to_stand="Stand sideways or half turned, where the camera sees you from head to feet.",
    goal=Cycle(
        signal=SIGNAL,
        quickest_s=0.6,
        top=(131.0, 178.0),
        target=Limit(90, 80),
        counts_at=Limit(130, 120),
        depth=Extreme(
            key="shallow",
            title="Short",
            cue="Reach lower",
            corrected="Low enough",
            measure=SIGNAL,
            limit=Limit(110, 100),
            source="The hip bends by 87 to 101 degrees, from every side. On 11 of 12 clips (11 "
            "people or places) it counts as an eye does; it was chosen on the same ones. "
            "In the one that differs a set begins and ends on the floor.",
        ),
    ),
    positions=(),
    sees=(
        Joint.SHOULDER,
        Joint.HIP,
        Joint.KNEE,
    ),
    stands=(Joint.ANKLE, Joint.KNEE, Joint.HIP, Joint.SHOULDER),
    faults=(KNEES_BENDING,),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    tried_on=FieldTrial(11, 12, 11),
    reasons={"shallow": "Too high: reach lower", "rested": "That was a rest: keep moving"},
)
