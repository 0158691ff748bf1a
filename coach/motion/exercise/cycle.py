"""A movement there and back, as an exercise writes it down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from coach.motion.exercise.rules import LEVELS, Extreme, Limit, Turns, demand
from coach.motion.measure import Angle, Asymmetry, Measure, Rise
from coach.motion.measure.visibility import GUESS, SEEN
from coach.motion.poses.joints import Joint

ANGLE_ERROR = 6.4
"""The standard error of a joint's angle in degrees, in a true side view (Cosoli et al. 2026)."""


class Way(Enum):
    """Which way a signal goes from the top of a movement to its far point."""

    FALLS = "falls"
    RISES = "rises"


@dataclass(frozen=True)
class Condition:
    """What must be true at the deepest point, else the movement was another one: low <= measure
    <= high."""

    reason: str
    """Key of the words that say why it did not count."""
    measure: Measure
    source: str
    low: float = float("-inf")
    high: float = float("inf")
    visible: float = GUESS
    """Least visibility (0 to 1)."""


@dataclass(frozen=True)
class Companion:
    """A second signal that goes there and back with the counted one, as legs go with the arms of a
    jumping jack. It must be out when that one is: unseen, it is believed."""

    reason: str
    """Key of the words that say why it did not count."""
    measure: Measure
    travel: Limit
    """How far it must go during a rep, in its unit."""
    source: str
    way: Way = Way.FALLS
    visible: float = SEEN
    """Least visibility (0 to 1)."""


@dataclass(frozen=True)
class Cycle:
    """A movement there and back, counted on one signal: at one end at the top, at the other at the
    far point, which is called the bottom whichever way is up."""

    signal: Measure
    target: Limit
    """What the signal reads at the full range of motion. This and all that follows without a unit
    of its own is in the signal's."""
    counts_at: Limit
    """What it must at least reach for a rep."""
    top: tuple[float, float]
    """Safe bounds (low, high) inside which the person's own top is believed."""
    depth: Extreme
    """The rule of the far point, in the signal's unit."""
    lockout: Extreme | None = None
    """The rule of the top, in the signal's unit; None where it tells of nothing."""
    locks_at: float | None = None
    """To what a rep must come back where the lockout spoils it."""
    way: Way = Way.FALLS
    upwards: bool = False
    """Whether the body, or what it lifts, goes up on the way out, as in a curl: words, the meter
    and what is too quick follow from it."""
    turns: Turns = Turns.TOGETHER
    leading: Measure | None = None
    """Where both sides move and one leads, as the front leg of a lunge: above 0 at the far point
    where it is the left one."""
    error: float = ANGLE_ERROR
    """The signal's standard error. What is less than two of them apart may be the same; a joint
    gets no further in a moment than so many of them (coach.motion.counting.cycle)."""
    height: Rise | None = None
    """How high the body is; its lowest stretch dates the bottom. None where it stays."""
    min_drop: float = 0.0
    """How much of that height is a rep for sure; below it a joint may have been misread."""
    planted: Joint | None = None
    """The joint that stays where it is during a rep; someone who walks is not squatting."""
    quickest_s: float = 0.4
    """Nobody is down and up again sooner; what is quicker is a skeleton that falls into place, a
    limb misread or a picture that fades into another."""
    conditions: tuple[Condition, ...] = ()
    """What tells this movement from others at its deepest point."""
    companions: tuple[Companion, ...] = ()
    """What must go out and back with the signal."""
    attempt: float = 30.0
    """Degrees of movement (see `as_angle`) from which a failed rep is worth a word."""
    rest_s: float = 6.0
    """Seconds at the bottom after which it was a rest and not a rep."""

    def __post_init__(self) -> None:
        """Raises ExerciseError where the limits are out of order. From the far point to the top
        they are: target, depth, counts_at, then locks_at and the lockout's limit, then top."""
        demand(self.error > 0, "error must be above 0.")
        demand(self.top[0] < self.top[1], "top: its lower bound must lie below the upper one.")
        demand(
            self.lockout is not None or self.locks_at is None,
            "locks_at must not be given without a lockout.",
        )
        for rule in self.extremes:
            demand(
                rule.measure.unit == self.signal.unit,
                f"{rule.key}: measure must have the signal's unit, {self.signal.unit}.",
            )
            if rule.spoils_rep and rule is self.lockout:
                demand(self.locks_at is not None, "locks_at must be given: the lockout spoils.")
        demand(self.height is not None or not self.min_drop, "min_drop must have a height.")
        demand(
            self.leading is None or self.turns is Turns.TOGETHER,
            "leading must not be given where each side is counted.",
        )
        for level in LEVELS:
            for below, above, equal in self._order(level):
                (name, low), (other, high) = below, above
                fits = low <= high if equal else low < high
                sides = ("above", "below") if self.way is Way.FALLS else ("below", "above")
                wrong = f"must not lie {sides[0]}" if equal else f"must lie {sides[1]}"
                demand(fits, f"{name} {wrong} {other} ({level}).")
        for name, limit, strict_is_lower in self._strictness():
            strict, beginner = self.as_angle(limit.strict), self.as_angle(limit.beginner)
            lower = strict_is_lower == (self.way is Way.FALLS)
            demand(
                strict <= beginner if strict_is_lower else strict >= beginner,
                f"{name} must be no {'higher' if lower else 'lower'} for the strict.",
            )

    def _order(self, level: str) -> Iterator[tuple[tuple[str, float], tuple[str, float], bool]]:
        """Pairs of limits as angles, the one nearer to the far point first, and whether they may be
        equal."""
        target = ("target", self.as_angle(self.target.at(level)))
        depth = ("depth", self.as_angle(self.depth.limit.at(level)))
        counts_at = ("counts_at", self.as_angle(self.counts_at.at(level)))
        bottom, straight = (("top", bound) for bound in self.top_as_angle)
        yield target, depth, True
        yield depth, counts_at, True
        yield counts_at, bottom, False
        if self.lockout is not None:
            lockout = ("the lockout", self.as_angle(self.lockout.limit.at(level)))
            yield counts_at, lockout, False
            yield lockout, straight, False
        if self.locks_at is not None:
            locks_at = ("locks_at", self.as_angle(self.locks_at))
            yield counts_at, locks_at, False
            yield locks_at, straight, False

    def _strictness(self) -> Iterator[tuple[str, Limit, bool]]:
        """Each limit, and whether as an angle it is lower for the strict."""
        yield "target", self.target, True
        yield "counts_at", self.counts_at, True
        yield "depth", self.depth.limit, True
        if self.lockout is not None:
            yield "lockout", self.lockout.limit, False

    @cached_property
    def _scale(self) -> float:
        return (1 if self.way is Way.FALLS else -1) * ANGLE_ERROR / self.error

    def as_angle(self, value: float) -> float:
        """A value of the signal as the angle of a joint that bends, on which all counting works:
        large at the top, small at the far point, and as surely measured as degrees are."""
        return value * self._scale

    def as_signal(self, angle: float) -> float:
        """What `as_angle` made an angle of."""
        return angle / self._scale

    def as_degrees(self, difference: float) -> float:
        """A difference of the signal, as which an angle is as surely measured."""
        return difference * abs(self._scale)

    @cached_property
    def top_as_angle(self) -> tuple[float, float]:
        """The bounds of `top` as angles, the lower one first."""
        low, high = sorted(map(self.as_angle, self.top))
        return low, high

    @property
    def extremes(self) -> tuple[Extreme, ...]:
        """The rules judged once a rep."""
        return (self.depth,) if self.lockout is None else (self.depth, self.lockout)

    def range_of(self, rule: Extreme, level: str) -> tuple[float | None, float | None]:
        """Between what the extreme of a rep must lie (low, high); None where open."""
        limit = rule.limit.at(level)
        downwards = (rule is self.depth) == (self.way is Way.FALLS)
        return (None, limit) if downwards else (limit, None)

    @cached_property
    def uneven(self) -> Asymmetry | None:
        """How much left and right differ in the counted angle; None where it is none, or of one
        side."""
        compared = self.turns is Turns.TOGETHER and self.leading is None
        return Asymmetry(self.signal) if compared and isinstance(self.signal, Angle) else None
