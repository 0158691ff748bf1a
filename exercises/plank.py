"""Plank: the straight body is held on forearms or hands; the timer runs only in form."""

from coach.motion.exercise import SIDES, Exercise, Fault, Hold, Limit, Position
from coach.motion.measure import BODY_LINE, Angle, Rise, Side, Tilt
from coach.motion.poses.body import Space
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase

TRUNK = (Joint.HIP, Joint.SHOULDER)
HELD = frozenset({Phase.HOLD})

EXERCISE = Exercise(
    key="plank",
    title="Plank",
    summary="A straight line from head to heels, held on forearms or hands while it stays so.",
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
        Position(Rise(Joint.HIP, Joint.WRIST, TRUNK), ask="hips_off_floor", low=0.4),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.HIP),
    rests=(Joint.WRIST, Joint.TOE),
    arcs=(Angle(Joint.SHOULDER, Joint.HIP, Joint.ANKLE, Space.IMAGE, Side.NEAR),),
    best_views=SIDES,
    best_view_ask="turn_sideways",
    faults=(
        Fault(
            key="hips_sagging",
            title="Hips sagging",
            cue="Lift your hips",
            corrected="Straight body",
            measure=BODY_LINE,
            low=Limit(-0.03, -0.022),
            phases=HELD,
            views=SIDES,
            persist_s=0.3,
            source="Hip under the line shoulder to ankle, over its length. On 6,930 labelled "
            "frames 99 in 100 sagging ones lie under -0.025, 99 in 100 correct ones above -0.007.",
        ),
        Fault(
            key="hips_piked",
            title="Hips piked",
            cue="Lower your hips",
            corrected="Straight body",
            measure=BODY_LINE,
            high=Limit(0.135, 0.11),
            phases=HELD,
            views=SIDES,
            persist_s=0.3,
            source="The same measure above the line: 99 in 100 piked frames lie above 0.148, all "
            "correct ones of a clip under 0.085, of stills and starts under 0.141.",
        ),
        Fault(
            key="knees_on_floor",
            title="Knees on the floor",
            cue="Knees off the floor",
            corrected="Knees are up",
            measure=Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE, Space.IMAGE, Side.NEAR),
            low=Limit(145.0, 148.0),
            phases=HELD,
            views=SIDES,
            persist_s=0.3,
            source="A plank's knees read 157 to 180 degrees (three clips, two people). Somebody "
            "who kneels in a push-up reads 129 to 134, others 152 and more (fifteen "
            "clips).",
        ),
    ),
)
