"""Jumping jack: arms overhead and feet apart in one jump, and back in the next."""

from coach.motion.exercise import Cycle, Exercise, Extreme, FieldTrial, Limit, Way
from coach.motion.exercise.faults import ARMS_BENDING
from coach.motion.measure import Angle
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase

SIGNAL = Angle(Joint.HIP, Joint.SHOULDER, Joint.WRIST)

EXERCISE = Exercise(
    key="jumping_jack",
    title="Jumping jack",
    summary="Jump the feet apart while the arms swing overhead, and back together.",
    how_to_stand="Face the camera, where it sees you from head to feet, with room above your head.",
    goal=Cycle(
        signal=SIGNAL,
        upwards=True,
        way=Way.RISES,
        quickest_s=0.3,
        top=(0.0, 60.0),
        target=Limit(150, 155),
        counts_at=Limit(85, 95),
        depth=Extreme(
            key="low_arms",
            title="Low arms",
            cue="Arms overhead",
            corrected="Arms are up",
            measure=SIGNAL,
            limit=Limit(120, 130),
            source="The arm from the trunk, which a jack that claps before the chest raises to 90 "
            "only. The legs are not asked for: in a turn, and in that one, they are misread.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST),
    faults=(ARMS_BENDING,),
    phase_words={Phase.DESCENT: "Arms up", Phase.BOTTOM: "Arms down", Phase.ASCENT: "Arms down"},
    tried_on=FieldTrial(7, 8, 8),
)
