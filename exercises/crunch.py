"""Crunch: lying with bent legs the shoulders curl off the floor."""

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
from coach.motion.measure import HIP_ANGLE, TRUNK_TILT
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Tone

EXERCISE = Exercise(
    key="crunch",
    title="Crunch",
    summary="Lie with bent knees, curl the shoulders off the floor, and lower them slowly.",
    how_to_stand="Lie sideways to a camera that stands low and sees your hips.",
    goal=Cycle(
        signal=HIP_ANGLE,
        upwards=True,
        top=(106.0, 150.0),
        target=Limit(80, 75),
        counts_at=Limit(105, 100),
        depth=Extreme(
            key="short",
            title="Short",
            cue="Curl higher",
            corrected="High enough",
            measure=HIP_ANGLE,
            limit=Limit(90, 85),
            source="The hip from shoulder to knee. Where hips or legs are out of the picture "
            "nothing is counted.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE),
    faults=(
        Fault(
            key="sitting_up",
            title="Sitting up",
            cue="Keep your lower back down",
            corrected="Lower back is down",
            measure=TRUNK_TILT,
            low=Limit(35.0, 45.0),
            views=SIDES,
            tone=Tone.ADVICE,
            points_lost=5,
            persist_s=0.4,
            source="A crunch lifts the trunk by up to 27 degrees; nearer to upright it is a "
            "sit-up. No clip is labelled for it and few people stand behind it: advice, never "
            "a lost rep.",
        ),
    ),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    tried_on=FieldTrial(3, 3, 1),
)
