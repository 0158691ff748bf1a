"""Plank: the straight body is held on forearms or hands; the timer runs only in form."""

from dataclasses import replace

from coach.motion.exercise import SIDES, Exercise, Fault, FieldTrial, Hold, Limit
from coach.motion.exercise.faults import KNEES_ON_FLOOR
from coach.motion.exercise.postures import HIPS_OFF_FLOOR, LYING, ON_FOREARMS_OR_HANDS
from coach.motion.measure import BODY_LINE, Angle, Side
from coach.motion.poses.body import Space
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase

HELD = frozenset({Phase.HOLD})

EXERCISE = Exercise(
    key="plank",
    title="Plank",
    summary="A straight line from head to heels, held on forearms or hands while it stays so.",
    how_to_stand="Put the camera low and to your side, so that it sees you from head to feet.",
    goal=Hold(broken_by=("hips_sagging", "hips_piked", "knees_on_floor"), grace_s=1.0),
    positions=(replace(LYING, low=60.0, high=125.0), ON_FOREARMS_OR_HANDS, HIPS_OFF_FLOOR),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.HIP),
    rests=(Joint.WRIST, Joint.TOE),
    arcs=(Angle(Joint.SHOULDER, Joint.HIP, Joint.ANKLE, Space.IMAGE, Side.NEAR),),
    tried_on=FieldTrial(2, 3, 2),
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
            source="The same measure above the line: 99 in 100 piked frames lie above 0.148, all "
            "correct ones of a clip under 0.085, of stills and starts under 0.141.",
        ),
        replace(KNEES_ON_FLOOR, phases=HELD),
    ),
)
