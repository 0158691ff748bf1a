"""Step-up: one foot on a box, the body rises over it, and comes down again."""

from dataclasses import replace

from coach.motion.exercise import Cycle, Exercise, Extreme, FieldTrial, Limit, Way
from coach.motion.exercise.faults import KNEES_CAVING_IN, LEANING_FORWARD
from coach.motion.exercise.postures import UPRIGHT
from coach.motion.measure import HIP_ANGLE, Side
from coach.motion.poses.joints import Joint

SIGNAL = replace(HIP_ANGLE, side=Side.SMALLER)

EXERCISE = Exercise(
    key="step_up",
    title="Step-up",
    summary="One foot on a box, rise over it until the hip is straight, and step down under "
    "control.",
    how_to_stand="Stand sideways to the camera, so that it sees you and the box.",
    goal=Cycle(
        signal=SIGNAL,
        upwards=True,
        way=Way.RISES,
        quickest_s=1.0,
        top=(50.0, 110.0),
        target=Limit(160, 165),
        counts_at=Limit(120, 128),
        depth=Extreme(
            key="not_up",
            title="Not up",
            cue="Straighten your hip on top",
            corrected="All the way up",
            measure=SIGNAL,
            limit=Limit(140, 148),
            source="The hip that bends more opens as the body rises over the foot on the box. In "
            "the third a man who talks stands before the one who steps.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE),
    stands=UPRIGHT,
    faults=(LEANING_FORWARD, KNEES_CAVING_IN),
    tried_on=FieldTrial(3, 3, 2),
)
