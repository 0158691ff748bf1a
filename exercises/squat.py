"""Squat: the hips sink between planted feet until the thighs are near level, and rise again."""

from dataclasses import replace

from coach.motion.exercise import (
    SIDES_AND_OBLIQUE,
    STRICT,
    Condition,
    Cycle,
    Exercise,
    Extreme,
    FieldTrial,
    Limit,
)
from coach.motion.exercise.faults import (
    CHEST_FALLING,
    HEELS_LIFTING,
    HIPS_SHIFTING,
    KNEE_PAST_TOE,
    KNEES_CAVING_IN,
)
from coach.motion.exercise.postures import STANDING, UPRIGHT
from coach.motion.measure import KNEE_ANGLE, TRUNK_TILT, Difference, Rise, Side, StepLength, Tilt
from coach.motion.poses.body import Space
from coach.motion.poses.joints import Joint

EXERCISE = Exercise(
    key="squat",
    title="Squat",
    summary="Hips down between the heels until the thighs are level, chest up, and stand tall.",
    how_to_stand="Stand where the camera sees you from head to feet, sideways or half turned.",
    goal=Cycle(
        signal=KNEE_ANGLE,
        height=Rise(Joint.HIP, Joint.KNEE, (Joint.HIP, Joint.SHOULDER), side=Side.MIDDLE),
        # 0.39 and more in 41 squats of 14 clips (ten people or places), whatever the model.
        min_drop=0.27,
        planted=Joint.ANKLE,
        # 41 squats take 1.07 s and more; 0.42 a deadlift whose knees are misread behind the bar.
        quickest_s=0.6,
        top=(140.0, 176.0),
        target=Limit(85.0, 75.0),
        counts_at=Limit(112.0, 100.0),
        conditions=(
            Condition(
                reason="bent_forward",
                measure=Difference(TRUNK_TILT, Tilt(Joint.KNEE, Joint.HIP)),
                high=-10.0,
                source="The trunk leans less than the thighs: by 37 degrees and more in 40 squats "
                "of 14 clips whose standing was seen (ten people or places), by 20 and more where "
                "it was not, whatever the model; a deadlift's leans 9 to 30 more (full and heavy).",
            ),
            Condition(
                reason="one_side",
                measure=replace(KNEE_ANGLE, side=Side.LARGER),
                high=140.0,
                source="Both knees bend: the straighter one reads 110 or less in the same squats.",
            ),
            Condition(
                reason="one_foot_ahead",
                measure=StepLength(),
                high=0.42,
                source="One foot is at most 0.22 leg lengths ahead of the other in the same "
                "squats, and 0.5 and more in a walk or a lunge.",
            ),
        ),
        depth=Extreme(
            key="shallow",
            title="Shallow",
            cue="Go deeper",
            corrected="Good depth",
            measure=KNEE_ANGLE,
            limit=Limit(95.0, 85.0),
            source="Half squat: knee at 80 to 100 degrees, parallel 60 to 70. All 41 reps of 14 "
            "clips (9 groups of people) called deep by eye reach 92 or less.",
            points_lost=20,
        ),
        lockout=Extreme(
            key="not_standing_up_fully",
            title="Not standing up fully",
            cue="Stand up tall",
            corrected="Standing tall",
            measure=replace(KNEE_ANGLE, space=Space.IMAGE),
            limit=Limit(162.0, 166.0),
            margin=2.0,
            source="A straight leg looks straight from everywhere: 168 and more at the top in 13"
            " clips (nine people or places), 153 and less in the one that stays soft, "
            "whatever the model. Read off the picture: the world landmarks of the same "
            "legs differ by 20 degrees between models.",
            spoils_rep=frozenset({STRICT}),
            points_lost=10,
        ),
        locks_at=153.0,
    ),
    positions=(STANDING,),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE, Joint.ANKLE),
    stands=UPRIGHT,
    arcs=(replace(KNEE_ANGLE, side=Side.NEAR),),
    faults=(
        KNEES_CAVING_IN,
        CHEST_FALLING,
        HEELS_LIFTING,
        HIPS_SHIFTING,
        KNEE_PAST_TOE,
    ),
    tried_on=FieldTrial(28, 38, 36),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    reasons={
        "shallow": "Too shallow: go deeper",
        "one_side": "Bend both legs together",
        "one_foot_ahead": "Feet side by side",
        "bent_forward": "Bend your knees, not your back",
        "not_standing_up_fully": "Stand up fully to count",
    },
)
