"""Calf raise: the heels rise while the toes stay, and come down."""

from coach.motion.exercise import SIDES, Cycle, Exercise, Extreme, Fault, FieldTrial, Limit, Way
from coach.motion.exercise.postures import STANDING, UPRIGHT
from coach.motion.measure import Angle, Rise, Side
from coach.motion.poses.body import Space
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Tone

SIGNAL = Rise(Joint.HEEL, Joint.TOE, (Joint.HEEL, Joint.TOE), space=Space.IMAGE)

EXERCISE = Exercise(
    key="calf_raise",
    title="Calf raise",
    summary="Rise onto the balls of your feet as high as you can, and come down slowly.",
    how_to_stand="Stand where the camera sees your feet well, and keep it still.",
    goal=Cycle(
        signal=SIGNAL,
        upwards=True,
        way=Way.RISES,
        error=0.08,
        top=(-0.3, 0.49),
        target=Limit(0.9, 1.0),
        counts_at=Limit(0.5, 0.55),
        depth=Extreme(
            key="short",
            title="Short",
            cue="Heels higher",
            corrected="Heels are high",
            measure=SIGNAL,
            limit=Limit(0.7, 0.75),
            margin=0.1,
            source="Joints tell nothing, the body rises by 4 to 7 in 100: the heel over the toe, "
            "in lengths of the foot in the picture.",
        ),
    ),
    positions=(STANDING,),
    sees=(Joint.KNEE, Joint.ANKLE),
    stands=UPRIGHT,
    faults=(
        Fault(
            key="knees_soft",
            title="Knees bending",
            cue="Keep your legs straight",
            corrected="Straight legs",
            measure=Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE, side=Side.NEAR),
            low=Limit(140.0, 150.0),
            views=SIDES,
            tone=Tone.ADVICE,
            points_lost=5,
            persist_s=0.4,
            source="No clip is labelled for it and few people stand behind it: advice, never a "
            "lost rep.",
        ),
    ),
    tried_on=FieldTrial(2, 2, 2),
)
