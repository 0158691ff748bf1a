"""Squat: the hips sink between planted feet until the thighs are near level, and rise again."""

from coach.motion.exercise import (
    FRONTS,
    SIDES_AND_OBLIQUE,
    STRICT,
    Condition,
    Cycle,
    Exercise,
    Extreme,
    Fault,
    Limit,
    Position,
)
from coach.motion.measure import (
    Ahead,
    Angle,
    ByView,
    Difference,
    KneeValgus,
    Lift,
    OnceUpright,
    PelvisShift,
    Rise,
    Side,
    StepLength,
    Tilt,
    TrunkLean,
)
from coach.motion.poses.body import Space
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase, Tone

KNEE = Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE)
TRUNK = Tilt(Joint.HIP, Joint.SHOULDER)
LOW = frozenset({Phase.DESCENT, Phase.BOTTOM, Phase.ASCENT})

EXERCISE = Exercise(
    key="squat",
    title="Squat",
    summary="Hips down between the heels until the thighs are level, chest up, and stand tall.",
    how_to_stand="Stand where the camera sees you from head to feet, sideways or half turned.",
    goal=Cycle(
        signal=KNEE,
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
                measure=Difference(TRUNK, Tilt(Joint.KNEE, Joint.HIP)),
                high=-10.0,
                source="The trunk leans less than the thighs: by 37 degrees and more in 40 squats "
                "of 14 clips whose standing was seen (ten people or places), by 20 and more where "
                "it was not, whatever the model; a deadlift's leans 9 to 30 more (full and heavy).",
            ),
            Condition(
                reason="one_side",
                measure=Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE, side=Side.LARGER),
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
            measure=KNEE,
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
            measure=Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE, Space.IMAGE),
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
    positions=(Position(Tilt(Joint.ANKLE, Joint.SHOULDER), ask="stand_up", high=45.0),),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE, Joint.ANKLE),
    stands=(Joint.ANKLE, Joint.KNEE, Joint.HIP, Joint.SHOULDER),
    arcs=(Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE, side=Side.NEAR),),
    faults=(
        Fault(
            key="knees_caving_in",
            title="Knees caving in",
            cue="Push your knees out",
            corrected="Knees in line",
            measure=KneeValgus(),
            relative_to_baseline=True,
            high=Limit(9.0, 7.5),
            margin=3.0,
            views=FRONTS,
            phases=LOW,
            source="Two-dimensional projection angle: smallest detectable change 7.5 to 8.9 "
            "degrees (Munro 2012), against the person's own standing value; front view only.",
            points_lost=20,
        ),
        Fault(
            key="chest_falling",
            title="Chest falling",
            cue="Chest up",
            corrected="Chest is up",
            measure=ByView(front=TrunkLean(), elsewhere=OnceUpright(TRUNK)),
            high=Limit(50.0, 48.0),
            margin=3.0,
            phases=LOW,
            source="Trunk lean over 50 degrees from upright is the widely used limit, as near "
            "upright as leg proportions allow (NSCA). Against the own standing line, whatever the "
            "model: 45 and less on nine faultless clips from the side or half turned (seven "
            "people or places), 47 and less on six from the front (four), 53 to 62 on the one "
            "labelled. Against the picture's upright these were 60, 58 and 61 to 70.",
            points_lost=20,
        ),
        Fault(
            key="heels_lifting",
            title="Heels lifting",
            cue="Heels down",
            corrected="Heels stay down",
            measure=Lift(Joint.HEEL, Joint.TOE),
            high=Limit(0.045, 0.04),
            margin=0.01,
            views=SIDES_AND_OBLIQUE,
            phases=LOW,
            # Higher than is believed of a model that misreads heels (visibility_caps.py).
            visible=0.65,
            source="Rise of the heel over the toe, and over where it stood, in metres: 0.055 to "
            "0.08 on the one clip with lifted heels, whatever the model; 0.046 and less on "
            "seven others (six people). The lite model reads up to 0.07 on two of them and is "
            "not asked.",
            points_lost=15,
        ),
        Fault(
            key="hips_shifting",
            title="Hips shifting",
            cue="Keep your hips centred",
            corrected="Hips centred",
            measure=PelvisShift(),
            relative_to_baseline=True,
            baseline_within=(-0.1, 0.1),
            low=Limit(-0.3, -0.2),
            high=Limit(0.3, 0.2),
            margin=0.05,
            views=FRONTS,
            phases=LOW,
            persist_s=0.5,
            source="Hips over feet in shoulder widths, against the person's own standing value.",
            points_lost=15,
        ),
        Fault(
            key="knee_past_toe",
            title="Knee past toe",
            cue="Knee past toe: sit back a little",
            corrected="Knee behind toe",
            measure=Ahead(Joint.KNEE, Joint.TOE, (Joint.KNEE, Joint.ANKLE)),
            high=Limit(0.38, 0.2),
            margin=0.03,
            views=SIDES_AND_OBLIQUE,
            phases=LOW,
            tone=Tone.ADVICE,
            source="Blocking the knee lowers its torque from 150 to 117 N m and raises the hip's"
            " from 28 to 303 (Fry 2003): advice, never a lost rep. In shank lengths: 0.45"
            " and more on the one clip labelled, 0.37 and less on seven others, whatever "
            "the model.",
            points_lost=5,
        ),
    ),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    reasons={
        "shallow": "Too shallow: go deeper",
        "one_side": "Bend both legs together",
        "one_foot_ahead": "Feet side by side",
        "rested": "That was a rest: keep moving",
        "bent_forward": "Bend your knees, not your back",
        "not_standing_up_fully": "Stand up fully to count",
    },
)
