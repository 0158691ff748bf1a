"""One exercise: its goal, its postures, its faults and its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import ClassVar, TypeVar

from coach.motion.exercise.cycle import Companion, Condition, Cycle
from coach.motion.exercise.hold import Hold
from coach.motion.exercise.rules import (
    EVERY_VIEW,
    MOVING,
    OF_A_CYCLE,
    OF_A_HOLD,
    REST,
    RESTED,
    Extreme,
    Fault,
    Limit,
    Position,
    Turns,
    demand,
)
from coach.motion.measure import Angle, on_side
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase, View

NO_WORDS: Mapping[str, str] = MappingProxyType({})
NO_PHASE_WORDS: Mapping[Phase, str] = MappingProxyType({})


@dataclass(frozen=True)
class FieldTrial:
    """On how much film of real people an exercise was tried. It is proven by PROVEN_BY of them and
    more, where PROVEN_RIGHT of the clips and more are counted as by eye (docs/accuracy.md)."""

    people: int
    """People or places: two clips of one of them say little more than one does."""
    clips: int
    right: int
    """Clips that are counted, or timed, as a careful person could by eye."""

    PROVEN_BY: ClassVar[int] = 6
    PROVEN_RIGHT: ClassVar[float] = 0.85

    @property
    def proven(self) -> bool:
        """Whether it was tried on enough people, and is right often enough."""
        return self.people >= self.PROVEN_BY and self.right >= self.PROVEN_RIGHT * self.clips


@dataclass(frozen=True)
class Exercise:
    """Everything the coach knows of one exercise. Texts are English; translations go by key."""

    key: str
    title: str
    summary: str
    how_to_stand: str
    goal: Cycle | Hold
    faults: tuple[Fault, ...]
    sees: tuple[Joint, ...]
    """Joints to be seen before the first rep."""
    positions: tuple[Position, ...] = ()
    """The postures in which it happens."""
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
    tried_on: FieldTrial = FieldTrial(0, 0, 0)
    reasons: Mapping[str, str] = field(default_factory=lambda: NO_WORDS)
    """Why an attempt did not count, by key, where it is not said by a rule's cue."""
    asks: Mapping[str, str] = field(default_factory=lambda: NO_WORDS)
    """What its postures ask for, by key, where coach/texts has no words for it (`gate.KEY`)."""
    phase_words: Mapping[Phase, str] = field(default_factory=lambda: NO_PHASE_WORDS)
    """What a phase is called in the picture ("Arms up"), where the common words do not fit: for
    each phase of a movement, since at the bottom the next one is told, or for none."""

    def __post_init__(self) -> None:
        """Raises ExerciseError."""
        keys = [rule.key for rule in self.rules]
        faults = {fault.key for fault in self.faults}
        demand(len(keys) == len(set(keys)), f"{self.key}: each rule must have a key of its own.")
        for fault in self.faults:
            others = faults - {fault.key}
            demand(
                others.issuperset(fault.suppressed_by),
                f"{self.key}: suppressed_by of {fault.key} must name other faults.",
            )
            phases = OF_A_HOLD if isinstance(self.goal, Hold) else OF_A_CYCLE
            demand(
                fault.phases <= phases, f"{self.key}: phases of {fault.key} must be ones it has."
            )
        asked = {position.ask for position in self.positions}
        demand(
            asked.issuperset(self.asks),
            f"{self.key}: asks must name what positions ask for.",
        )
        demand(
            self.phase_words.keys() <= (OF_A_HOLD if isinstance(self.goal, Hold) else OF_A_CYCLE),
            f"{self.key}: phase_words must be of phases that it has.",
        )
        demand(
            bool(self.best_view_ask) == (self.best_views != EVERY_VIEW),
            f"{self.key}: best_view_ask must be given where best_views are not all, only there.",
        )
        if isinstance(self.goal, Hold):
            demand(
                bool(self.goal.broken_by) and faults.issuperset(self.goal.broken_by),
                f"{self.key}: broken_by must name faults.",
            )
            return
        demand(
            not self.phase_words or self.phase_words.keys() >= MOVING,
            f"{self.key}: phase_words must be given for descent, bottom and ascent, or for none.",
        )
        others = {condition.reason for condition in self.goal.conditions}
        others |= {companion.reason for companion in self.goal.companions}
        known = {RESTED, self.goal.depth.key, *(r.key for r in self.rules if r.spoils_rep)}
        demand(
            others <= set(self.reasons) <= others | known,
            f"{self.key}: reasons must have words for {', '.join(sorted(others)) or 'none'}, and "
            f"may have some for {', '.join(sorted(known))}, and no others.",
        )

    @cached_property
    def why_not(self) -> Mapping[str, str]:
        """Why an attempt did not count, by key; empty for a hold."""
        goal = self.goal
        if not isinstance(goal, Cycle):
            return NO_WORDS
        spoiling = (rule for rule in self.rules if rule.spoils_rep)
        words = {rule.key: rule.cue for rule in (goal.depth, *spoiling)}
        return MappingProxyType({RESTED: REST, **words, **self.reasons})

    @property
    def rules(self) -> tuple[Fault | Extreme, ...]:
        """Every rule that can be broken, in order of importance."""
        if isinstance(self.goal, Cycle):
            return (*self.faults, *self.goal.extremes)
        return self.faults

    def rule(self, key: str) -> Fault | Extreme:
        """The rule with that key. Raises KeyError where the exercise has none."""
        for rule in self.rules:
            if rule.key == key:
                return rule
        raise KeyError(key)

    def limits_of(self, rule: Fault | Extreme, level: str) -> tuple[float | None, float | None]:
        """Between what a rule's measure must stay (low, high), None where open; where it is judged
        against the person's own value, how far from that."""
        if isinstance(rule, Extreme):
            if not isinstance(self.goal, Cycle):
                raise TypeError(f"{self.key} has no reps to judge.")
            return self.goal.range_of(rule, level)
        return _at(rule.low, level), _at(rule.high, level)

    @cached_property
    def sided(self) -> tuple[Exercise, Exercise]:
        """The exercise as the left side alone does it, then as the right one does: what is measured
        on either side is measured there."""
        return self._on(0), self._on(1)

    def _on(self, side: int) -> Exercise:
        goal = replace(self.goal, turns=Turns.TOGETHER)
        if isinstance(goal, Cycle):
            goal = replace(
                goal,
                signal=on_side(goal.signal, side),
                height=None if goal.height is None else on_side(goal.height, side),
                depth=_on_side(goal.depth, side),
                lockout=None if goal.lockout is None else _on_side(goal.lockout, side),
                conditions=tuple(_on_side(each, side) for each in goal.conditions),
                companions=tuple(_on_side(each, side) for each in goal.companions),
            )
        return replace(
            self,
            goal=goal,
            positions=tuple(_on_side(each, side) for each in self.positions),
            faults=tuple(_on_side(each, side) for each in self.faults),
        )


def _at(limit: Limit | None, level: str) -> float | None:
    return None if limit is None else limit.at(level)


Measured = TypeVar("Measured", Fault, Extreme, Position, Condition, Companion)


def _on_side(what: Measured, side: int) -> Measured:
    return replace(what, measure=on_side(what.measure, side))
