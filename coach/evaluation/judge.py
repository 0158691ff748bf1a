"""One track under one exercise: what the coach and the two other rules make of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from coach.analysis.analysis import replay
from coach.evaluation import baselines
from coach.motion.exercise import Cycle, Exercise
from coach.motion.measure import Angle
from coach.motion.orienting import OrientedEngine
from coach.motion.poses.track import Track
from coach.motion.snapshot import HeldTime, Tone


class Counter(str, Enum):
    """Who counts: the engine, or one of the rules of coach.evaluation.baselines."""

    COACH = "coach"
    TWO_THRESHOLDS = "two_thresholds"
    ZIGZAG = "zigzag"


@dataclass(frozen=True)
class Judged:
    """What came out."""

    bottoms: Mapping[Counter, tuple[float, ...]]
    """Seconds of each counted rep's deepest point, by who counts; none of a hold."""
    faults: frozenset[str] = frozenset()
    """Keys of the rules that were broken in a rep, in the hold, or by a movement that therefore did
    not count."""
    advice: frozenset[str] = frozenset()
    """Those of them that are only advice."""
    holds: tuple[HeldTime, ...] = ()
    """The engine's."""
    hold_s: float = 0.0
    straight_s: float = 0.0
    """Seconds in which the body reads as a straight line, for a hold."""

    @property
    def reps(self) -> int:
        """How many the engine counts."""
        return len(self.bottoms[Counter.COACH])


def judge(track: Track, exercise: Exercise) -> Judged:
    """Run all rules over a track. Raises FileError where it has no frame."""
    report = replay(track.poses(), lambda: OrientedEngine(exercise)).report
    rules = {rule.key: rule for rule in exercise.rules}
    in_reps = {key for rep in report.reps for key in rep.faults}
    tried = {attempt.reason for attempt in report.attempts} & rules.keys()
    if isinstance(exercise.goal, Cycle):
        goal = exercise.goal
        faults = frozenset(in_reps | tried)
        bottoms = {
            Counter.COACH: tuple(rep.bottom_s for rep in report.reps),
            Counter.TWO_THRESHOLDS: (),
            Counter.ZIGZAG: (),
        }
        # The two others know nothing but the bend of a joint.
        if isinstance(goal.signal, Angle):
            joints = (goal.signal.a, goal.signal.vertex, goal.signal.b)
            bottoms[Counter.TWO_THRESHOLDS] = baselines.two_thresholds(track, joints)
            bottoms[Counter.ZIGZAG] = baselines.zigzag(track, joints)
        straight_s = 0.0
    else:
        faults = frozenset(span.key for span in report.faults)
        bottoms = dict.fromkeys(Counter, ())
        straight_s = baselines.straight_seconds(track)
    return Judged(
        bottoms=bottoms,
        faults=faults,
        advice=frozenset(key for key in faults if rules[key].tone is Tone.ADVICE),
        holds=report.holds,
        hold_s=report.hold_s,
        straight_s=straight_s,
    )
