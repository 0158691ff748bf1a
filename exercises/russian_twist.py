"""Russian twist: sitting back, the hands go from side to side."""

from coach.motion.exercise import SIDES, Cycle, Exercise, Extreme, Fault, FieldTrial, Limit
from coach.motion.measure import TRUNK_TILT, Rise
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase, Tone

SIGNAL = Rise(Joint.WRIST, Joint.HIP, (Joint.SHOULDER, Joint.HIP))

EXERCISE = Exercise(
    key="russian_twist",
    title="Russian twist",
    summary="Sit back with bent knees, and take your hands to the floor on one side, then the "
    "other.",
    how_to_stand="Sit half turned to the camera.",
    goal=Cycle(
        signal=SIGNAL,
        error=0.03,
        quickest_s=0.3,
        top=(0.35, 1.2),
        target=Limit(0.1, 0.05),
        counts_at=Limit(0.33, 0.28),
        depth=Extreme(
            key="short",
            title="Short",
            cue="Hands lower",
            corrected="Low enough",
            measure=SIGNAL,
            limit=Limit(0.25, 0.2),
            margin=0.05,
            source="How far the hands are above the hips, in lengths of the trunk. From the side "
            "only the turns to one side are seen: no measure of the turn itself is known here.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.WRIST),
    faults=(
        Fault(
            key="sitting_upright",
            title="Sitting upright",
            cue="Lean back a little",
            corrected="Leaning back",
            measure=TRUNK_TILT,
            low=Limit(5.0, 10.0),
            views=SIDES,
            tone=Tone.ADVICE,
            points_lost=5,
            persist_s=0.5,
            source="No clip is labelled for it and few people stand behind it: advice, never a "
            "lost rep.",
        ),
    ),
    phase_words={Phase.DESCENT: "Turn", Phase.BOTTOM: "Back now", Phase.ASCENT: "Back"},
    tried_on=FieldTrial(4, 4, 2),
)
