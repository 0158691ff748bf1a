"""The vocabulary in which an exercise is written down: data, no code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import ClassVar

from coach.motion.measure import Angle, Asymmetry, Measure, Rise
from coach.motion.measure.visibility import CLEAR, GUESS, SEEN
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase, Tone, View

BEGINNER, STRICT = "beginner", "strict"
LEVELS = (BEGINNER, STRICT)
RESTED = "rested"
"""Why a rep whose bottom took too long did not count: the one reason that no rule brings."""


class ExerciseError(ValueError):
    """An exercise that cannot be as it is written; the message names the field."""


def _demand(holds: bool, field_and_why: str) -> None:
    if not holds:
        raise ExerciseError(field_and_why)


SIDES = frozenset({View.LEFT, View.RIGHT})
SIDES_AND_OBLIQUE = SIDES | {View.OBLIQUE}
FRONTS = frozenset({View.FRONT})
EVERY_VIEW = SIDES_AND_OBLIQUE | FRONTS

MOVING = frozenset({Phase.DESCENT, Phase.BOTTOM, Phase.ASCENT})
OF_A_CYCLE = MOVING | {Phase.TOP}
OF_A_HOLD = frozenset({Phase.HOLD, Phase.BROKEN})


@dataclass(frozen=True)
class Limit:
    """One number per level, in the unit of the measure it limits."""

    beginner: float
    strict: float

    def at(self, level: str) -> float:
        """The number for a level."""
        return self.strict if level == STRICT else self.beginner


@dataclass(frozen=True)
class Position:
    """A posture that must be seen before anything counts: low <= measure <= high."""

    measure: Measure
    ask: str
    """Key of the text that tells a person what to do instead."""
    low: float = float("-inf")
    high: float = float("inf")
    visible: float = SEEN
    """Least visibility (0 to 1) at which the reading counts; 0 where the network's guess of a
    hidden joint is good enough."""
    leave_s: float = 0.3
    """So long it may be left before the movement in progress is given up, and for as much of each
    second of a rep. In 161 reps, seen 11 times each, none was left for more than 0.09 of it."""


@dataclass(frozen=True)
class Fault:
    """A named range over a measure that should not be entered, and what to say when it is."""

    key: str
    title: str
    cue: str
    corrected: str
    measure: Measure
    source: str
    low: Limit | None = None
    high: Limit | None = None
    """Good values lie between them (None: open)."""
    phases: frozenset[Phase] = MOVING
    views: frozenset[View] = EVERY_VIEW
    """Where it is judged at all; elsewhere it abstains."""
    persist_s: float = 0.3
    """Seconds beyond the limit before it is said."""
    margin: float = 0.0
    """The grey zone of measurement error beyond the limit, in the measure's unit: there, a person
    who did several reps without the fault is believed."""
    visible: float = CLEAR
    tone: Tone = Tone.FAULT
    relative_to_baseline: bool = False
    """Judged against the person's own value at the top of the movement, not absolutely."""
    baseline_within: tuple[float, float] = (float("-inf"), float("inf"))
    """Safe bounds in which that value is believed."""
    suppressed_by: tuple[str, ...] = ()
    """Keys of faults that say the same thing better."""
    judged_after_rep: bool = True
    """Whether the top after a rep tells of it too."""
    spoils_rep: frozenset[str] = frozenset()
    """At which levels the rep does not count."""
    joints: tuple[Joint, ...] = ()
    points_lost: int = 15

    def __post_init__(self) -> None:
        """Raises ExerciseError."""
        low, high = self.low, self.high
        _demand(low is not None or high is not None, f"{self.key}: low or high must be given.")
        if low is not None and high is not None:
            _demand(
                low.beginner < high.beginner and low.strict < high.strict,
                f"{self.key}: low must lie below high.",
            )
        _demand(
            low is None or low.strict >= low.beginner,
            f"{self.key}: low must be no lower for the strict.",
        )
        _demand(
            high is None or high.strict <= high.beginner,
            f"{self.key}: high must be no higher for the strict.",
        )
        _demand(bool(self.phases), f"{self.key}: phases must name one.")
        _demand(bool(self.views), f"{self.key}: views must name one.")
        _demand(self.margin >= 0, f"{self.key}: margin must not be negative.")


@dataclass(frozen=True)
class Extreme:
    """A fault of a whole rep, judged once on its measure's lowest or highest value."""

    key: str
    title: str
    cue: str
    corrected: str
    source: str
    limit: Limit
    """The measure must go at least that far."""
    measure: Measure
    margin: float = 7.0
    """Measurement error beyond it, in degrees."""
    views: frozenset[View] = EVERY_VIEW
    tone: Tone = Tone.FAULT
    spoils_rep: frozenset[str] = frozenset()
    points_lost: int = 15
    visible: ClassVar[float] = CLEAR


@dataclass(frozen=True)
class Condition:
    """What must be true at the deepest point, else the movement was another one: measure <=
    high."""

    reason: str
    """Key of the words that say why it did not count."""
    measure: Measure
    high: float
    source: str
    visible: float = GUESS
    """Least visibility (0 to 1)."""


@dataclass(frozen=True)
class Cycle:
    """A movement there and back, counted on one angle: large at the top, small at the bottom."""

    signal: Angle
    height: Rise
    """How high the body is; its lowest stretch dates the bottom."""
    min_drop: float
    """How much of that height is a rep for sure; below it a joint may have been misread."""
    planted: Joint
    """The joint that stays where it is during a rep; someone who walks is not squatting."""
    quickest_s: float
    """Nobody is down and up again sooner; what is quicker is a skeleton that falls into place, a
    limb misread or a picture that fades into another."""
    top: tuple[float, float]
    """Safe bounds (degrees) inside which the person's own top is believed."""
    target: Limit
    """The angle of the full range of motion."""
    counts_at: Limit
    """The bottom angle that a rep must at least reach."""
    depth: Extreme
    lockout: Extreme
    locks_at: float
    """The signal's angle to which a rep must come back where the lockout spoils it."""
    conditions: tuple[Condition, ...] = ()
    """What tells this movement from others at its deepest point."""
    attempt: float = 30.0
    """Degrees of movement from which a failed rep is worth a word."""
    rest_s: float = 6.0
    """Seconds at the bottom after which it was a rest and not a rep."""

    def __post_init__(self) -> None:
        """Raises ExerciseError where the angles of the movement are out of order: from the bottom
        up, target, depth, counts_at, then locks_at and the lockout's limit, then top."""
        bottom, straight = self.top
        _demand(bottom < straight, "top: its lower bound must lie below the upper one.")
        for level in LEVELS:
            counts_at = self.counts_at.at(level)
            for name, below, above in (
                (
                    "target must not lie above depth",
                    self.target.at(level),
                    self.depth.limit.at(level),
                ),
                ("depth must not lie above counts_at", self.depth.limit.at(level), counts_at),
            ):
                _demand(below <= above, f"{name} ({level}).")
            for name, below, above in (
                ("counts_at must lie below top", counts_at, bottom),
                ("counts_at must lie below the lockout", counts_at, self.lockout.limit.at(level)),
                ("the lockout must lie below top", self.lockout.limit.at(level), straight),
                ("counts_at must lie below locks_at", counts_at, self.locks_at),
                ("locks_at must lie below top", self.locks_at, straight),
            ):
                _demand(below < above, f"{name} ({level}).")
        for name, limit in (
            ("target", self.target),
            ("counts_at", self.counts_at),
            ("depth", self.depth.limit),
        ):
            _demand(limit.strict <= limit.beginner, f"{name} must be no higher for the strict.")
        lockout = self.lockout.limit
        _demand(lockout.strict >= lockout.beginner, "lockout must be no lower for the strict.")

    @cached_property
    def uneven(self) -> Asymmetry:
        """How much left and right differ in the counted angle."""
        return Asymmetry(self.signal)


@dataclass(frozen=True)
class Hold:
    """A posture kept: it runs while every fault named in `broken_by` is absent."""

    broken_by: tuple[str, ...]
    grace_s: float = 1.0
    """So many seconds of a broken posture are forgiven."""


@dataclass(frozen=True)
class Exercise:
    """Everything the coach knows of one exercise. Texts are English; translations go by key."""

    key: str
    title: str
    summary: str
    how_to_stand: str
    goal: Cycle | Hold
    positions: tuple[Position, ...]
    """The postures in which it happens."""
    faults: tuple[Fault, ...]
    sees: tuple[Joint, ...]
    """Joints to be seen before the first rep."""
    stands: tuple[Joint, ...] = ()
    """Joints that stand over one another at the top, from low to high."""
    rests: tuple[Joint, Joint] | None = None
    """The two on which the body rests on the floor. Either tells which way is up."""
    arcs: tuple[Angle, ...] = ()
    """Angles worth drawing."""
    best_views: frozenset[View] = EVERY_VIEW
    """From where most of it can be judged."""
    best_view_ask: str = ""
    """Key of what to ask of somebody who stands elsewhere."""
    reasons: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Why an attempt did not count, by key."""

    def __post_init__(self) -> None:
        """Raises ExerciseError."""
        keys = [rule.key for rule in self.rules]
        faults = {fault.key for fault in self.faults}
        _demand(len(keys) == len(set(keys)), f"{self.key}: each rule must have a key of its own.")
        for fault in self.faults:
            others = faults - {fault.key}
            _demand(
                others.issuperset(fault.suppressed_by),
                f"{self.key}: suppressed_by of {fault.key} must name other faults.",
            )
            phases = OF_A_HOLD if isinstance(self.goal, Hold) else OF_A_CYCLE
            _demand(
                fault.phases <= phases, f"{self.key}: phases of {fault.key} must be ones it has."
            )
        _demand(
            bool(self.best_view_ask) == (self.best_views != EVERY_VIEW),
            f"{self.key}: best_view_ask must be given where best_views are not all, only there.",
        )
        if isinstance(self.goal, Hold):
            _demand(
                bool(self.goal.broken_by) and faults.issuperset(self.goal.broken_by),
                f"{self.key}: broken_by must name faults.",
            )
            return
        spoiling = {rule.key for rule in self.rules if rule.spoils_rep}
        conditions = {condition.reason for condition in self.goal.conditions}
        wanted = {RESTED, self.goal.depth.key, *spoiling, *conditions}
        _demand(
            set(self.reasons) == wanted,
            f"{self.key}: reasons must have words for {', '.join(sorted(wanted))}, and no others.",
        )

    @property
    def rules(self) -> tuple[Fault | Extreme, ...]:
        """Every rule that can be broken, in order of importance."""
        if isinstance(self.goal, Cycle):
            return (*self.faults, self.goal.depth, self.goal.lockout)
        return self.faults

    def rule(self, key: str) -> Fault | Extreme:
        """The rule with that key. Raises KeyError where the exercise has none."""
        for rule in self.rules:
            if rule.key == key:
                return rule
        raise KeyError(key)
