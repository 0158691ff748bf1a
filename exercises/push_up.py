"""Push-up: the straight body sinks on both hands until the upper arms are level, and rises."""

from dataclasses import replace

from coach.motion.exercise import (
    MOVING,
    SIDES,
    STRICT,
    Cycle,
    Exercise,
    Extreme,
    FieldTrial,
    Limit,
    Position,
)
from coach.motion.exercise.faults import (
    HEAD_DROPPING,
    HIPS_PIKED,
    HIPS_SAGGING,
    HIPS_SAGGING_ON_ASCENT,
    KNEES_ON_FLOOR,
)
from coach.motion.exercise.postures import LYING, ON_HANDS
from coach.motion.measure import ELBOW_ANGLE, Angle, ByView, Rise, Side
from coach.motion.poses.body import Space
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase

# From the side all models agree on the arm's bend in the picture, within 5 degrees where it is
# straight, and differ by 20 in depth; from the front the picture foreshortens it.
ARM_BEND = ByView(front=ELBOW_ANGLE, elsewhere=replace(ELBOW_ANGLE, space=Space.IMAGE))
HEIGHT = Rise(Joint.SHOULDER, Joint.WRIST, (Joint.SHOULDER, Joint.ELBOW, Joint.WRIST))

EXERCISE = Exercise(
    key="push_up",
    title="Push-up",
    summary="A straight line from head to heels, down until the upper arms are level, and up.",
    how_to_stand="Put the camera low and to your side, so that it sees you from head to feet.",
    goal=Cycle(
        signal=ELBOW_ANGLE,
        height=HEIGHT,
        # 0.31 and more in 120 push-ups of 18 clips (12 people or places); 0.22 where the elbows of
        # a plank were misread from the front.
        min_drop=0.27,
        planted=Joint.WRIST,
        # Two a second, the fastest measured, take 0.44 s and more.
        quickest_s=0.39,
        top=(135.0, 172.0),
        target=Limit(95.0, 85.0),
        counts_at=Limit(122.0, 105.0),
        depth=Extreme(
            key="shallow",
            title="Shallow",
            cue="Go lower",
            corrected="Good depth",
            measure=ARM_BEND,
            limit=Limit(100.0, 92.0),
            margin=12.0,
            source="Upper arm level (Army standard): elbow at 90; good open rules use 90 to 100, "
            "read off the picture as here. Deep by eye: 86 or less in 13 clips from the "
            "side or half turned (11 people or places), whatever the model. A clip mirrored "
            "reads up to 20 more: hence the wide grey zone.",
            points_lost=20,
        ),
        lockout=Extreme(
            key="arms_not_locked_out",
            title="Arms not locked out",
            cue="Straighten your arms",
            corrected="Arms straight",
            measure=ARM_BEND,
            limit=Limit(145.0, 152.0),
            source="Good open rules use 145 to 155. Straight by eye: 141 and more in 17 clips (11 "
            "people or places), whatever the model.",
            spoils_rep=frozenset({STRICT}),
            points_lost=10,
        ),
        locks_at=145.0,
    ),
    positions=(
        LYING,
        # At the bottom 0.14 and more; a camera that looks up by 20 degrees takes 0.2 of it away.
        Position(HEIGHT, ask="hands_under_shoulders", low=-0.1),
        ON_HANDS,
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST, Joint.HIP),
    rests=(Joint.WRIST, Joint.TOE),
    arcs=(
        replace(ELBOW_ANGLE, side=Side.NEAR),
        Angle(Joint.SHOULDER, Joint.HIP, Joint.ANKLE, Space.IMAGE, Side.NEAR),
    ),
    faults=(
        HIPS_SAGGING,
        HIPS_SAGGING_ON_ASCENT,
        HIPS_PIKED,
        # A person who kneels down after the last one did none on the knees.
        replace(KNEES_ON_FLOOR, margin=5.0, phases=MOVING | {Phase.TOP}, judged_after_rep=False),
        HEAD_DROPPING,
    ),
    tried_on=FieldTrial(25, 32, 32),
    best_views=SIDES,
    best_view_ask="turn_sideways",
    reasons={
        "shallow": "Too shallow: go lower",
        "arms_not_locked_out": "Straighten your arms to count",
    },
)
