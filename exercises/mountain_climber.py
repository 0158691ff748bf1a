"""Mountain climber: on the hands, the knees run to the chest in turn."""

from coach.motion.exercise import (
    SIDES,
    SIDES_AND_OBLIQUE,
    Cycle,
    Exercise,
    Extreme,
    Fault,
    FieldTrial,
    Limit,
    Turns,
)
from coach.motion.measure import HIP_ANGLE, TRUNK_TILT
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase, Tone

EXERCISE = Exercise(
    key="mountain_climber",
    title="Mountain climber",
    summary="On your hands as for a push-up, run each knee towards the chest.",
    how_to_stand="Get down sideways to a camera that stands low.",
    goal=Cycle(
        signal=HIP_ANGLE,
        turns=Turns.EACH,
        quickest_s=0.2,
        top=(130.0, 178.0),
        target=Limit(90, 82),
        counts_at=Limit(120, 112),
        depth=Extreme(
            key="short",
            title="Short",
            cue="Knees further",
            corrected="Far enough",
            measure=HIP_ANGLE,
            limit=Limit(105, 98),
            source="The hip of each leg: clean at three knees a second, on the one clip there is.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE),
    faults=(
        Fault(
            key="hips_high",
            title="Hips high",
            cue="Lower your hips",
            corrected="Hips are low",
            measure=TRUNK_TILT,
            high=Limit(110.0, 100.0),
            views=SIDES,
            tone=Tone.ADVICE,
            points_lost=5,
            persist_s=0.5,
            source="The trunk's lean, hips over shoulders being over 90. No clip is labelled for "
            "it and few people stand behind it: advice, never a lost rep.",
        ),
    ),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    phase_words={Phase.DESCENT: "Knee in", Phase.BOTTOM: "Change", Phase.ASCENT: "Knee out"},
    tried_on=FieldTrial(1, 1, 1),
)
