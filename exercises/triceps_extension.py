"""Triceps extension: the upper arm stays, and the elbow straightens."""

from dataclasses import replace

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
from coach.motion.measure import ELBOW_ANGLE, SHOULDER_ANGLE, Side
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase, Tone

SIGNAL = replace(ELBOW_ANGLE, side=Side.NEAR)

EXERCISE = Exercise(
    key="triceps_extension",
    title="Triceps extension",
    summary="Upper arms still, straighten the elbows overhead, downwards or lying, and bend "
    "them again.",
    how_to_stand="Stand or sit where the camera sees the working arm from the side or half turned.",
    goal=Cycle(
        signal=SIGNAL,
        way=Way.RISES,
        error=5.0,
        quickest_s=0.6,
        top=(20.0, 138.0),
        target=Limit(165, 168),
        counts_at=Limit(140, 145),
        depth=Extreme(
            key="soft_arms",
            title="Arms not straight",
            cue="Straighten your arms",
            corrected="Straight arms",
            measure=SIGNAL,
            limit=Limit(150, 155),
            source="The shoulder stays and only the elbow moves; the nearer one, as the other is "
            "hidden. Lying ones are misread: this one needs more people.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST),
    faults=(
        Fault(
            key="upper_arm_moving",
            title="Upper arm moving",
            cue="Keep your upper arm still",
            corrected="Upper arm is still",
            measure=replace(SHOULDER_ANGLE, side=Side.NEAR),
            low=Limit(-50.0, -40.0),
            high=Limit(50.0, 40.0),
            views=SIDES,
            tone=Tone.ADVICE,
            points_lost=5,
            relative_to_baseline=True,
            persist_s=0.5,
            margin=7.0,
            source="The shoulder is still, near 170 degrees overhead and near 10 pushed down, "
            "only the elbow moves. No clip is labelled for it and few people stand behind it: "
            "advice, never a lost rep.",
        ),
    ),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    phase_words={Phase.DESCENT: "Straighten", Phase.BOTTOM: "Bend now", Phase.ASCENT: "Bend"},
    tried_on=FieldTrial(7, 10, 6),
)
