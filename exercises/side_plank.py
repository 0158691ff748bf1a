"""Side plank: the straight body is held on one forearm or hand."""

from dataclasses import replace

from coach.motion.exercise import Exercise, Fault, FieldTrial, Hold, Limit
from coach.motion.exercise.postures import LYING
from coach.motion.measure import BODY_LINE
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase, Tone

HELD = frozenset({Phase.HOLD})

EXERCISE = Exercise(
    key="side_plank",
    title="Side plank",
    summary="A straight line from head to feet, held on one forearm or hand; either side.",
    how_to_stand="Face a camera that stands low, so that it sees you from head to feet.",
    goal=Hold(broken_by=("hips_sagging",), grace_s=1.0),
    positions=(replace(LYING, low=45.0, high=120.0),),
    sees=(Joint.SHOULDER, Joint.HIP),
    faults=(
        Fault(
            key="hips_sagging",
            title="Hips sagging",
            cue="Lift your hips",
            corrected="Straight body",
            measure=BODY_LINE,
            low=Limit(-0.12, -0.1),
            phases=HELD,
            source="Three times a plank's limit: one clip of one person stands behind it, of "
            "which 10 of 18 seconds are timed: she talks and moves her free arm.",
        ),
        Fault(
            key="hips_piked",
            title="Hips high",
            cue="Lower your hips",
            corrected="Straight body",
            measure=BODY_LINE,
            high=Limit(0.25, 0.2),
            phases=HELD,
            tone=Tone.ADVICE,
            points_lost=5,
            source="Twice a plank's limit: one clip of one person, and so advice.",
        ),
    ),
    tried_on=FieldTrial(1, 1, 0),
)
