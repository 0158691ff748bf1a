"""Leg raise: lying on the back long legs rise until they are upright, and sink."""

from coach.motion.exercise import (
    SIDES,
    SIDES_AND_OBLIQUE,
    Cycle,
    Exercise,
    Extreme,
    Fault,
    FieldTrial,
    Limit,
)
from coach.motion.measure import HIP_ANGLE, Angle, Side
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Tone

EXERCISE = Exercise(
    key="leg_raise",
    title="Leg raise",
    summary="On your back, raise long legs until they are upright, and lower them slowly.",
    how_to_stand="Lie sideways to a camera that stands low.",
    goal=Cycle(
        signal=HIP_ANGLE,
        upwards=True,
        top=(140.0, 178.0),
        target=Limit(90, 85),
        counts_at=Limit(135, 125),
        depth=Extreme(
            key="short",
            title="Low legs",
            cue="Legs higher",
            corrected="High enough",
            measure=HIP_ANGLE,
            limit=Limit(115, 105),
            source="The hip bends to about a right angle.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE),
    faults=(
        Fault(
            key="knees_soft",
            title="Knees bending",
            cue="Keep your legs long",
            corrected="Long legs",
            measure=Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE, side=Side.NEAR),
            low=Limit(120.0, 135.0),
            views=SIDES,
            tone=Tone.ADVICE,
            points_lost=5,
            persist_s=0.4,
            source="No clip is labelled for it and few people stand behind it: advice, never a "
            "lost rep.",
        ),
    ),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    tried_on=FieldTrial(2, 2, 2),
)
