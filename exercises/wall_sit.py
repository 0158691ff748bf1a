"""Wall sit: the back at a wall, the thighs level, and held."""

from dataclasses import replace

from coach.motion.exercise import Exercise, Fault, FieldTrial, Hold, Limit, Position
from coach.motion.exercise.faults import LEANING_FORWARD
from coach.motion.measure import Rise
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase

HELD = frozenset({Phase.HOLD})
# The hip over the knee, in lengths of the thigh: 1 standing, 0 where the thigh is level.
HIPS_OVER_KNEES = Rise(Joint.HIP, Joint.KNEE, (Joint.HIP, Joint.KNEE))

EXERCISE = Exercise(
    key="wall_sit",
    title="Wall sit",
    summary="The back at a wall, slide down until the thighs are level, and stay there.",
    how_to_stand="Sit where the camera sees you from head to feet, sideways or half turned.",
    goal=Hold(broken_by=("hips_high",), grace_s=1.0),
    positions=(Position(HIPS_OVER_KNEES, ask="slide_down", low=-0.6, high=0.7),),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE),
    faults=(
        Fault(
            key="hips_high",
            title="Hips high",
            cue="Slide down",
            corrected="Thighs are level",
            measure=HIPS_OVER_KNEES,
            high=Limit(0.6, 0.5),
            phases=HELD,
            source="Four people (six clips), in whom it was chosen: lenient, as a thigh that "
            "points at the camera reads too high. Five are timed to 0.4 s, one to 1.2.",
        ),
        replace(LEANING_FORWARD, high=Limit(40.0, 30.0), phases=HELD),
    ),
    tried_on=FieldTrial(4, 6, 5),
)
