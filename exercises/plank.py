"""Plank: the straight body is held on forearms or hands; the timer runs only in form."""

from coach.motion.body import Space
from coach.motion.exercise import SIDES, SIDES_AND_OBLIQUE, Exercise, Fault, Hold, Limit, Position
from coach.motion.joints import Joint
from coach.motion.measure import Angle, FirstSeen, Offset, Rise, Side, Tilt
from coach.motion.snapshot import Phase

BODY_LINE = FirstSeen(
    (
        Offset(Joint.HIP, Joint.SHOULDER, Joint.ANKLE),
        Offset(Joint.HIP, Joint.SHOULDER, Joint.KNEE),
    )
)
TRUNK = (Joint.HIP, Joint.SHOULDER)
HELD = frozenset({Phase.HOLD})

EXERCISE = Exercise(
    key="plank",
    title="Plank",
    summary="A straight line from head to heels, held on forearms or hands for as long as it stays.",
    how_to_stand="Put the camera low and to your side, so that it sees you from head to feet.",
    goal=Hold(broken_by=("hips_sagging", "hips_piked", "knees_on_floor"), grace_s=1.0),
    positions=(
        Position(
            Tilt(Joint.ANKLE, Joint.SHOULDER), ask="get_down", low=60.0, high=125.0, visible=0.0
        ),
        Position(
            Rise(Joint.SHOULDER, Joint.ELBOW, (Joint.SHOULDER, Joint.ELBOW)),
            ask="elbows_under_shoulders",
            low=0.6,
        ),
        Position(Rise(Joint.HIP, Joint.WRIST, TRUNK), ask="hips_off_floor", low=0.3),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.HIP),
    arcs=(Angle(Joint.SHOULDER, Joint.HIP, Joint.ANKLE, Space.IMAGE, Side.NEAR),),
    faults=(
        Fault(
            key="hips_sagging",
            title="Hips sagging",
            cue="Lift your hips",
            corrected="Straight body",
            measure=BODY_LINE,
            low=Limit(-0.045, -0.035),
            phases=HELD,
            views=SIDES_AND_OBLIQUE,
            persist_s=0.3,
            source="",
        ),
        Fault(
            key="hips_piked",
            title="Hips piked",
            cue="Lower your hips",
            corrected="Straight body",
            measure=BODY_LINE,
            high=Limit(0.19, 0.15),
            phases=HELD,
            views=SIDES_AND_OBLIQUE,
            persist_s=0.3,
            source="",
        ),
        Fault(
            key="knees_on_floor",
            title="Knees on the floor",
            cue="Knees off the floor",
            corrected="Knees are up",
            measure=Angle(
                Joint.HIP, Joint.KNEE, Joint.ANKLE, Space.IMAGE, Side.NEAR
            ),
            low=Limit(120.0, 130.0),
            phases=HELD,
            views=SIDES,
            persist_s=0.3,
            source="",
        ),
    ),
)
