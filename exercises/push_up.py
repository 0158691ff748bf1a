"""Push-up: the straight body sinks on both hands until the upper arms are level, and rises."""

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
from coach.motion.measure import BODY_LINE, Angle, ByView, Offset, Rise, Side, Tilt
from coach.motion.poses.body import Space
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase, Tone

ELBOW = Angle(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST)
# From the side all models agree on the arm's bend in the picture, within 5 degrees where it is
# straight, and differ by 20 in depth; from the front the picture foreshortens it.
ARM_BEND = ByView(
    front=ELBOW, elsewhere=Angle(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST, Space.IMAGE)
)
HEIGHT = Rise(Joint.SHOULDER, Joint.WRIST, (Joint.SHOULDER, Joint.ELBOW, Joint.WRIST))

EXERCISE = Exercise(
    key="push_up",
    title="Push-up",
    summary="A straight line from head to heels, down until the upper arms are level, and up.",
    how_to_stand="Put the camera low and to your side, so that it sees you from head to feet.",
    goal=Cycle(
        signal=ELBOW,
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
        Position(
            Tilt(Joint.ANKLE, Joint.SHOULDER), ask="get_down", low=50.0, high=120.0, visible=0.0
        ),
        # At the bottom 0.14 and more; a camera that looks up by 20 degrees takes 0.2 of it away.
        Position(HEIGHT, ask="hands_under_shoulders", low=-0.1),
        # Of 198 sequences of another collection 17 count only so: at the bottom forearms lie flat.
        Position(Tilt(Joint.WRIST, Joint.ELBOW), ask="on_your_hands", high=58.0, leave_s=1.5),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST, Joint.HIP),
    rests=(Joint.WRIST, Joint.TOE),
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
            low=Limit(-0.045, -0.038),
            margin=0.02,
            phases=frozenset({Phase.TOP, Phase.DESCENT}),
            views=SIDES,
            persist_s=0.4,
            suppressed_by=("hips_sagging_on_ascent",),
            source="Hip under the line shoulder to ankle, over its length; -0.05 is a bend of 12 "
            "degrees (open rules warn at 160). For 0.4 s on the way down or with straight "
            "arms: -0.06 to -0.14 on four sagging clips (four people), whatever the model; "
            "-0.04 and more on seven faultless ones, -0.06 in single reps of 76 against the "
            "clock. In another collection -0.036 and more in 52 sequences from the side marked "
            "correct, less in 25 of 52 marked wrong. Not at the bottom, where 17 push-ups of a "
            "third read down to -0.064, nor half turned, where 5 of its 18 straight arms read "
            "under -0.05.",
            points_lost=20,
        ),
        Fault(
            key="hips_sagging_on_ascent",
            title="Hips sagging on the way up",
            cue="Hips and chest rise together",
            corrected="Rising in one piece",
            measure=BODY_LINE,
            relative_to_baseline=True,
            baseline_within=(-0.1, 0.0),
            low=Limit(-0.085, -0.07),
            margin=0.03,
            phases=frozenset({Phase.BOTTOM, Phase.ASCENT}),
            views=SIDES_AND_OBLIQUE,
            suppressed_by=("hips_sagging",),
            source="The same measure on the way up, against the person's own at the top: -0.095 "
            "to -0.135 on two clips with a wave (two people), whatever the model; -0.06 "
            "and more on ten others, -0.11 in single reps of 76 against the clock.",
            points_lost=15,
        ),
        Fault(
            key="hips_piked",
            title="Hips piked",
            cue="Lower your hips",
            corrected="Straight body",
            measure=BODY_LINE,
            high=Limit(0.06, 0.05),
            margin=0.015,
            phases=frozenset({Phase.BOTTOM}),
            views=SIDES,
            persist_s=0.12,
            source="The same measure above the line, at the bottom, where hips that only look high "
            "come down: 0.077 to 0.115 on two piked clips (one person), whatever the model; "
            "medians of 0.032 and less on thirteen others from the side (ten people or "
            "places), 0.05 and less in 50 of 53 sequences marked correct of another collection, "
            "0.036 and less in 17 push-ups of a third, which with straight arms read up to 0.145.",
            points_lost=20,
        ),
        Fault(
            key="knees_on_floor",
            title="Knees on the floor",
            cue="Knees off the floor",
            corrected="Knees are up",
            measure=Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE, Space.IMAGE, Side.NEAR),
            low=Limit(145.0, 148.0),
            margin=5.0,
            phases=MOVING | {Phase.TOP},
            # A person who kneels down after the last one did none on the knees.
            judged_after_rep=False,
            views=SIDES,
            source="Straight is 180. At the top: 129 to 134 on the one clip of somebody who "
            "kneels, 152 and more on fourteen others (eleven people or places), whatever "
            "the model. Knees that touch for a moment, as in a wave, are not told.",
            points_lost=20,
        ),
        Fault(
            key="head_dropping",
            title="Head dropping",
            cue="Look at the floor ahead",
            corrected="Neck in line",
            measure=Offset(Joint.EAR, Joint.SHOULDER, Joint.HIP, Side.MIDDLE),
            low=Limit(-0.32, -0.3),
            views=SIDES,
            persist_s=0.3,
            margin=0.01,
            tone=Tone.ADVICE,
            source="Ears under the line hips to shoulders, in trunk lengths: -0.325 to -0.385 on "
            "the one clip labelled, whatever the model, -0.34 and more for a moment on fourteen "
            "others; -0.293 and more in 53 sequences marked correct of another collection. One "
            "clip is thin: advice.",
            points_lost=5,
        ),
    ),
    best_views=SIDES,
    best_view_ask="turn_sideways",
    reasons={
        "shallow": "Too shallow: go lower",
        "rested": "That was a rest: keep moving",
        "arms_not_locked_out": "Straighten your arms to count",
    },
)
