"""Faults that several exercises share, each with its limits and their source.

An exercise whose limits are others takes `dataclasses.replace` of one, with a source of its own.
"""

from __future__ import annotations

from coach.motion.exercise.rules import (
    FRONTS,
    SIDES,
    SIDES_AND_OBLIQUE,
    Fault,
    Limit,
)
from coach.motion.measure import (
    BODY_LINE,
    ELBOW_ANGLE,
    KNEE_ANGLE,
    TRUNK_TILT,
    Ahead,
    Angle,
    ByView,
    KneeValgus,
    Lift,
    Offset,
    OnceUpright,
    PelvisShift,
    Side,
    TrunkLean,
)
from coach.motion.poses.body import Space
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase, Tone

KNEES_CAVING_IN = Fault(
    key="knees_caving_in",
    title="Knees caving in",
    cue="Push your knees out",
    corrected="Knees in line",
    measure=KneeValgus(),
    relative_to_baseline=True,
    high=Limit(9.0, 7.5),
    margin=3.0,
    views=FRONTS,
    source="Two-dimensional projection angle: smallest detectable change 7.5 to 8.9 "
    "degrees (Munro 2012), against the person's own standing value; front view only.",
    points_lost=20,
)
CHEST_FALLING = Fault(
    key="chest_falling",
    title="Chest falling",
    cue="Chest up",
    corrected="Chest is up",
    measure=ByView(front=TrunkLean(), elsewhere=OnceUpright(TRUNK_TILT)),
    high=Limit(50.0, 48.0),
    margin=3.0,
    source="Trunk lean over 50 degrees from upright is the widely used limit, as near "
    "upright as leg proportions allow (NSCA). Against the own standing line, whatever the "
    "model: 45 and less on nine faultless clips from the side or half turned (seven "
    "people or places), 47 and less on six from the front (four), 53 to 62 on the one "
    "labelled. Against the picture's upright these were 60, 58 and 61 to 70.",
    points_lost=20,
)
HEELS_LIFTING = Fault(
    key="heels_lifting",
    title="Heels lifting",
    cue="Heels down",
    corrected="Heels stay down",
    measure=Lift(Joint.HEEL, Joint.TOE),
    high=Limit(0.045, 0.04),
    margin=0.01,
    views=SIDES_AND_OBLIQUE,
    # Higher than is believed of a model that misreads heels (visibility_caps.py).
    visible=0.65,
    source="Rise of the heel over the toe, and over where it stood, in metres: 0.055 to "
    "0.08 on the one clip with lifted heels, whatever the model; 0.046 and less on "
    "seven others (six people). The lite model reads up to 0.07 on two of them and is "
    "not asked.",
    points_lost=15,
)
HIPS_SHIFTING = Fault(
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
    persist_s=0.5,
    source="Hips over feet in shoulder widths, against the person's own standing value.",
    points_lost=15,
)
KNEE_PAST_TOE = Fault(
    key="knee_past_toe",
    title="Knee past toe",
    cue="Knee past toe: sit back a little",
    corrected="Knee behind toe",
    measure=Ahead(Joint.KNEE, Joint.TOE, (Joint.KNEE, Joint.ANKLE)),
    high=Limit(0.38, 0.2),
    margin=0.03,
    views=SIDES_AND_OBLIQUE,
    tone=Tone.ADVICE,
    source="Blocking the knee lowers its torque from 150 to 117 N m and raises the hip's"
    " from 28 to 303 (Fry 2003): advice, never a lost rep. In shank lengths: 0.45"
    " and more on the one clip labelled, 0.37 and less on seven others, whatever "
    "the model.",
    points_lost=5,
)
KNEES_ON_FLOOR = Fault(
    key="knees_on_floor",
    title="Knees on the floor",
    cue="Knees off the floor",
    corrected="Knees are up",
    measure=Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE, Space.IMAGE, Side.NEAR),
    low=Limit(145.0, 148.0),
    views=SIDES,
    source="Straight is 180. A plank's knees read 157 to 180 degrees (three clips, two people). "
    "Somebody who kneels in a push-up reads 129 to 134 at the top, on the one clip, 152 and more "
    "on fourteen others (eleven people or places), whatever the model. Knees that touch for a "
    "moment, as in a wave, are not told.",
    points_lost=20,
)
HIPS_SAGGING = Fault(
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
)
HIPS_SAGGING_ON_ASCENT = Fault(
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
)
HIPS_PIKED = Fault(
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
)
HEAD_DROPPING = Fault(
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
)

BODY_SWINGING = Fault(
    key="body_swinging",
    title="Body swinging",
    cue="Keep your body still",
    corrected="Body is still",
    measure=TRUNK_TILT,
    relative_to_baseline=True,
    baseline_within=(0.0, 60.0),
    high=Limit(25.0, 20.0),
    margin=5.0,
    views=SIDES,
    persist_s=0.4,
    tone=Tone.ADVICE,
    source="Lean of the trunk against the person's own at the start. Two clips are labelled for "
    "it, which proves nothing: advice, at three times the error of the measure.",
    points_lost=5,
)
ARMS_BENDING = Fault(
    key="arms_bending",
    title="Arms bending",
    cue="Keep your arms long",
    corrected="Long arms",
    measure=ELBOW_ANGLE,
    low=Limit(95.0, 110.0),
    margin=10.0,
    views=FRONTS,
    persist_s=0.4,
    tone=Tone.ADVICE,
    source="Half turned or from the side the near elbow reads 10 to 60 degrees though it is "
    "straight: only from the front. No clip is labelled for it: advice.",
    points_lost=5,
)
KNEES_BENDING = Fault(
    key="knees_bending",
    title="Knees bending",
    cue="Bend at the hips, not the knees",
    corrected="Hips do the bending",
    measure=KNEE_ANGLE,
    low=Limit(80.0, 95.0),
    margin=7.0,
    views=SIDES,
    tone=Tone.ADVICE,
    source="Knees bend a little in every hinge, to 111 degrees in a deadlift from the knees. One "
    "clip is labelled for it: advice.",
    points_lost=5,
)
LEANING_FORWARD = Fault(
    key="leaning_forward",
    title="Leaning forward",
    cue="Chest up",
    corrected="Chest is up",
    measure=OnceUpright(TRUNK_TILT),
    high=Limit(50.0, 45.0),
    margin=5.0,
    views=SIDES,
    persist_s=0.4,
    tone=Tone.ADVICE,
    source="The squat's limit of 50 degrees, of which no clip of another exercise is labelled: "
    "advice.",
    points_lost=5,
)
