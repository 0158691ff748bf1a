"""Push-up: the straight body sinks on both hands until the upper arms are level, and rises."""

from coach.motion.body import Space
from coach.motion.exercise import (
    MOVING,
    SIDES,
    SIDES_AND_OBLIQUE,
    STRICT,
    Cycle,
    Exercise,
    Extreme,
    Fault,
    Limit,
    Position,
)
from coach.motion.joints import Joint
from coach.motion.measure import Angle, FirstSeen, Offset, Rise, Side, Tilt
from coach.motion.snapshot import Phase, Tone

ELBOW = Angle(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST)
BODY_LINE = FirstSeen(
    (
        Offset(Joint.HIP, Joint.SHOULDER, Joint.ANKLE),
        Offset(Joint.HIP, Joint.SHOULDER, Joint.KNEE),
    )
)
ARM = (Joint.SHOULDER, Joint.ELBOW, Joint.WRIST)

EXERCISE = Exercise(
    key="push_up",
    title="Push-up",
    summary="A straight line from head to heels, down until the upper arms are level, and up.",
    how_to_stand="Put the camera low and to your side, so that it sees you from head to feet.",
    goal=Cycle(
        signal=ELBOW,
        height=Rise(Joint.SHOULDER, Joint.WRIST, ARM),
        # 0.33 and more in 120 push-ups of 18 clips (12 people or places); 0.22 where the elbows of
        # a plank were misread from the front.
        sinks=0.27,
        planted=Joint.WRIST,
        top=(135.0, 172.0),
        target=Limit(95.0, 85.0),
        counts_at=Limit(122.0, 105.0),
        depth=Extreme(
            key="shallow",
            title="Shallow",
            cue="Go lower",
            corrected="Good depth",
            measure=ELBOW,
            limit=Limit(100.0, 92.0),
            source="Upper arm level (Army standard): elbow at 90; good open rules use 90 to 100.",
            points_lost=20,
        ),
        lockout=Extreme(
            key="arms_not_locked_out",
            title="Arms not locked out",
            cue="Straighten your arms",
            corrected="Arms straight",
            measure=ELBOW,
            limit=Limit(145.0, 152.0),
            source="Good open rules use 145 to 155.",
            spoils_rep=frozenset({STRICT}),
            points_lost=10,
        ),
    ),
    positions=(
        Position(
            Tilt(Joint.ANKLE, Joint.SHOULDER), ask="get_down", low=50.0, high=120.0, visible=0.0
        ),
        Position(Rise(Joint.SHOULDER, Joint.WRIST, ARM), ask="hands_under_shoulders", low=0.1),
        Position(Tilt(Joint.WRIST, Joint.ELBOW), ask="on_your_hands", high=58.0),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST, Joint.HIP),
    arcs=(
        Angle(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST, side=Side.NEAR),
        Angle(Joint.SHOULDER, Joint.HIP, Joint.ANKLE, Space.IMAGE, Side.NEAR),
    ),
    faults=(
        Fault(
            key="hips_sagging",
            title="Hips sagging",
            cue="Lift your hips",
            corrected="Straight body",
            measure=BODY_LINE,
            low=Limit(-0.055, -0.045),
            margin=0.005,
            phases=frozenset({Phase.TOP}),
            views=SIDES_AND_OBLIQUE,
            persist_s=0.4,
            unless=("hips_sagging_on_ascent",),
            source="Hip under the line shoulder to ankle, over its length; -0.055 is a bend of 14 "
            "degrees (open rules warn at 160 and call 150 bad). With the arms straight: -0.08 to "
            "-0.14 on four sagging clips (four people), -0.04 and more on twelve others (ten).",
            points_lost=20,
        ),
        Fault(
            key="hips_sagging_on_ascent",
            title="Hips sagging on the way up",
            cue="Hips and chest rise together",
            corrected="Rising in one piece",
            measure=BODY_LINE,
            own=True,
            own_within=(-0.1, 0.0),
            low=Limit(-0.085, -0.07),
            phases=frozenset({Phase.BOTTOM, Phase.ASCENT}),
            views=SIDES_AND_OBLIQUE,
            unless=("hips_sagging",),
            source="The same measure on the way up: -0.12 and -0.16 on two clips with a wave, "
            "-0.08 and more on fifteen others.",
            points_lost=15,
        ),
        Fault(
            key="hips_piked",
            title="Hips piked",
            cue="Lower your hips",
            corrected="Straight body",
            measure=BODY_LINE,
            high=Limit(0.065, 0.055),
            phases=MOVING,
            views=SIDES_AND_OBLIQUE,
            persist_s=0.5,
            source="The same measure above the line while moving: 0.08 to 0.12 on two piked clips "
            "(one person), at most 0.05 for as long on thirteen others.",
            points_lost=20,
        ),
        Fault(
            key="knees_on_floor",
            title="Knees on the floor",
            cue="Knees off the floor",
            corrected="Knees are up",
            measure=Rise(Joint.KNEE, Joint.TOE, (Joint.KNEE, Joint.ANKLE), Space.IMAGE, Side.NEAR),
            low=Limit(0.06, 0.07),
            views=SIDES,
            persist_s=0.2,
            visible=0.9,
            source="Height of the knee over the toe in shank lengths: 0.04 and 0.05 at the lowest "
            "with the knees down (two clips, two people), 0.08 on a sagging clip whose knees are "
            "up, 0.18 to 0.6 on eleven others.",
            points_lost=20,
        ),
        Fault(
            key="head_dropping",
            title="Head dropping",
            cue="Look at the floor ahead",
            corrected="Neck in line",
            measure=Offset(Joint.EAR, Joint.SHOULDER, Joint.HIP),
            low=Limit(-0.3, -0.27),
            views=SIDES,
            persist_s=0.3,
            margin=0.01,
            tone=Tone.ADVICE,
            source="Ear under the line hip to shoulder, in trunk lengths: -0.34 on the one clip "
            "labelled, -0.26 and more on fourteen others. One clip is thin: advice.",
            points_lost=5,
        ),
    ),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    reasons={
        "shallow": "Too shallow: go lower",
        "rested": "That was a rest: keep moving",
        "arms_not_locked_out": "Straighten your arms to count",
    },
)
