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
from coach.motion.snapshot import Phase, Tone

SIGNAL = HIP_ANGLE

EXERCISE = Exercise(
    key="leg_raise",
    title="Leg raise",
    summary="On your back, raise long legs until they are upright, and lower them slowly.",
    how_to_stand="Lie sideways to a camera that stands low.",
    goal=Cycle(
        signal=SIGNAL,
        top=(140.0, 178.0),
        target=Limit(90, 85),
        counts_at=Limit(135, 125),
        depth=Extreme(
            key="short",
            title="Low legs",
            cue="Legs higher",
            corrected="High enough",
            measure=SIGNAL,
            limit=Limit(115, 105),
            source="The hip bends to about a right angle. On 2 of 2 clips (2 people or places) "
            "it counts as an eye does; it was chosen on the same ones.",
        ),
    ),
    positions=(),
    sees=(
        Joint.SHOULDER,
        Joint.HIP,
        Joint.KNEE,
    ),
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
    phase_words={Phase.DESCENT: "Up", Phase.ASCENT: "Down"},
    reasons={"short": "Raise your legs higher", "rested": "That was a rest: keep moving"},
)
