"""Biceps curl: the forearm rises to the shoulder and sinks; both arms, in turn, or one."""

from coach.motion.exercise import (
    SIDES,
    Cycle,
    Exercise,
    Extreme,
    Fault,
    FieldTrial,
    Limit,
    Turns,
    Way,
)
from coach.motion.exercise.faults import BODY_SWINGING
from coach.motion.measure import SHOULDER_ANGLE, Rise
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Tone

SIGNAL = Rise(Joint.WRIST, Joint.ELBOW, (Joint.ELBOW, Joint.WRIST))

EXERCISE = Exercise(
    key="biceps_curl",
    title="Biceps curl",
    summary="Upper arms still, forearms up to the shoulders and slowly down: together, in "
    "turn, or one.",
    how_to_stand="Stand where the camera sees your arms, half turned or facing it.",
    goal=Cycle(
        signal=SIGNAL,
        upwards=True,
        way=Way.RISES,
        turns=Turns.EACH,
        error=0.08,
        top=(-1.05, -0.2),
        target=Limit(0.7, 0.8),
        counts_at=Limit(0.05, 0.15),
        depth=Extreme(
            key="half_range",
            title="Half range",
            cue="Higher",
            corrected="Full range",
            measure=SIGNAL,
            limit=Limit(0.3, 0.45),
            margin=0.1,
            source="How far the wrist is above the elbow, in lengths of the forearm: from the "
            "front, where the elbow's angle reads straight for a whole rep, this still rises.",
        ),
    ),
    sees=(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST),
    faults=(
        BODY_SWINGING,
        Fault(
            key="elbow_drifting",
            title="Elbows drifting",
            cue="Keep your elbows at your sides",
            corrected="Elbows stay",
            measure=SHOULDER_ANGLE,
            high=Limit(65.0, 55.0),
            views=SIDES,
            tone=Tone.ADVICE,
            points_lost=5,
            persist_s=0.4,
            margin=7.0,
            source="The upper arm leaves the side of the body. One clip is labelled for it: "
            "advice.",
        ),
    ),
    tried_on=FieldTrial(16, 19, 18),
)
