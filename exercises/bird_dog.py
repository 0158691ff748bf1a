"""Bird dog: on hands and knees one leg and the other arm are stretched out."""

from coach.motion.exercise import (
    SIDES,
    SIDES_AND_OBLIQUE,
    Cycle,
    Exercise,
    Extreme,
    Fault,
    FieldTrial,
    Limit,
    Turns,
    Way,
)
from coach.motion.measure import HIP_ANGLE, TRUNK_TILT
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase, Tone

EXERCISE = Exercise(
    key="bird_dog",
    title="Bird dog",
    summary="On hands and knees stretch one leg and the opposite arm, hold, and change sides.",
    how_to_stand="Kneel sideways to a camera that stands low.",
    goal=Cycle(
        signal=HIP_ANGLE,
        way=Way.RISES,
        turns=Turns.EACH,
        rest_s=15.0,
        top=(60.0, 130.0),
        target=Limit(165, 168),
        counts_at=Limit(140, 145),
        depth=Extreme(
            key="short",
            title="Short",
            cue="Stretch further",
            corrected="Stretched out",
            measure=HIP_ANGLE,
            limit=Limit(150, 155),
            source="The hip of the leg that is stretched. Where the foot leaves the picture a rep "
            "is lost.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.HIP, Joint.KNEE),
    faults=(
        Fault(
            key="trunk_tilting",
            title="Trunk tilting",
            cue="Keep your back level",
            corrected="Level back",
            measure=TRUNK_TILT,
            low=Limit(55.0, 65.0),
            views=SIDES,
            tone=Tone.ADVICE,
            points_lost=5,
            persist_s=0.5,
            source="A level back reads 90. No clip is labelled for it and few people stand behind "
            "it: advice, never a lost rep.",
        ),
    ),
    best_views=SIDES_AND_OBLIQUE,
    best_view_ask="turn_sideways",
    phase_words={Phase.DESCENT: "Stretch", Phase.BOTTOM: "Back now", Phase.ASCENT: "Back"},
    tried_on=FieldTrial(2, 2, 1),
)
