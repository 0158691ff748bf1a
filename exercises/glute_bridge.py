"""Glute bridge: on the back with bent knees the hips rise until body and thighs are in line."""

from coach.motion.exercise import (
    SIDES,
    SIDES_AND_OBLIQUE,
    Cycle,
    Exercise,
    Extreme,
    Fault,
    FieldTrial,
    Limit,
    Way,
)
from coach.motion.measure import HIP_ANGLE, Angle, Side
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Tone

EXERCISE = Exercise(
    key="glute_bridge",
    title="Glute bridge",
    summary="On your back, knees bent: lift the hips until shoulders, hips and knees are in line.",
    how_to_stand="Lie sideways to a camera that stands low.",
    goal=Cycle(
        signal=HIP_ANGLE,
        upwards=True,
        way=Way.RISES,
        quickest_s=0.6,
        top=(80.0, 149.0),
        target=Limit(165, 170),
        counts_at=Limit(150, 155),
        depth=Extreme(
            key="low_hips",
            title="Low hips",
            cue="Hips higher",
            corrected="Hips are high",
            measure=HIP_ANGLE,
            limit=Limit(157, 163),
            source="The hip opens by 46 to 53 degrees from the side. From the feet nothing is to "
            "be seen of it.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE),
    faults=(
        Fault(
            key="knees_opening",
            title="Feet too far away",
            cue="Feet closer to your hips",
            corrected="Feet are close",
            measure=Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE, side=Side.NEAR),
            high=Limit(140.0, 130.0),
            views=SIDES,
            tone=Tone.ADVICE,
            points_lost=5,
            source="Shins near upright make the hips work rather than the thighs. No clip is "
            "labelled for it and few people stand behind it: advice, never a lost rep.",
        ),
    ),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    tried_on=FieldTrial(8, 8, 7),
)
