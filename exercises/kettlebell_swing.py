"""Kettlebell swing: the hips fold and snap open, and the bell floats up."""

from coach.motion.exercise import SIDES_AND_OBLIQUE, Cycle, Exercise, Extreme, FieldTrial, Limit
from coach.motion.exercise.faults import KNEES_BENDING
from coach.motion.exercise.postures import UPRIGHT
from coach.motion.measure import HIP_ANGLE
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase

EXERCISE = Exercise(
    key="kettlebell_swing",
    title="Kettlebell swing",
    summary="Fold at the hips, then snap them open so that the bell floats up to the chest.",
    how_to_stand="Stand sideways or half turned, where the camera sees you from head to feet.",
    goal=Cycle(
        signal=HIP_ANGLE,
        quickest_s=0.5,
        top=(131.0, 178.0),
        target=Limit(90, 80),
        counts_at=Limit(130, 125),
        depth=Extreme(
            key="shallow",
            title="Short",
            cue="Hips further back",
            corrected="Hips well back",
            measure=HIP_ANGLE,
            limit=Limit(110, 105),
            source="The hip folds by 94 to 114 degrees. Where a clip begins in a swing the first "
            "is lost; setting the bell down looks like one more.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE),
    stands=UPRIGHT,
    faults=(KNEES_BENDING,),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    phase_words={Phase.DESCENT: "Fold", Phase.BOTTOM: "Snap now", Phase.ASCENT: "Snap"},
    tried_on=FieldTrial(3, 4, 2),
)
