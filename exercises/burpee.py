"""Burpee: from standing down to the hands, feet back, and up again."""

from coach.motion.exercise import SIDES, Cycle, Exercise, Extreme, Fault, FieldTrial, Limit, Way
from coach.motion.exercise.postures import UPRIGHT
from coach.motion.measure import BODY_LINE, BODY_TILT
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase, Tone

EXERCISE = Exercise(
    key="burpee",
    title="Burpee",
    summary="From standing get down onto your hands, feet back, feet in, and up again.",
    how_to_stand="Stand where the camera sees you from head to feet, standing and lying.",
    goal=Cycle(
        signal=BODY_TILT,
        way=Way.RISES,
        quickest_s=1.0,
        top=(0.0, 30.0),
        target=Limit(85, 88),
        counts_at=Limit(60, 65),
        depth=Extreme(
            key="short",
            title="Not down",
            cue="Get right down",
            corrected="All the way down",
            measure=BODY_TILT,
            limit=Limit(70, 75),
            source="The whole body's lean from upright to lying.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.ANKLE),
    stands=UPRIGHT,
    faults=(
        Fault(
            key="hips_piked",
            title="Hips high",
            cue="Lower your hips in the plank",
            corrected="Straight body",
            measure=BODY_LINE,
            high=Limit(0.3, 0.25),
            phases=frozenset({Phase.BOTTOM}),
            views=SIDES,
            tone=Tone.ADVICE,
            points_lost=5,
            persist_s=0.4,
            source="One clip is labelled for it: advice, at three times a plank's limit.",
        ),
    ),
    tried_on=FieldTrial(2, 3, 3),
)
