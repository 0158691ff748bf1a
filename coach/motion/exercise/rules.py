"""What every exercise is made of: limits, postures and faults."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from coach.motion.measure import Measure
from coach.motion.measure.visibility import CLEAR, SEEN
from coach.motion.poses.joints import Joint
from coach.motion.snapshot import Phase, Tone, View

BEGINNER, STRICT = "beginner", "strict"
LEVELS = (BEGINNER, STRICT)
RESTED = "rested"
"""Why a rep whose bottom took too long did not count: the one reason that no rule brings."""
REST = "That was a rest: keep moving"


class ExerciseError(ValueError):
    """An exercise that cannot be as it is written; the message names the field."""


def demand(holds: bool, field_and_why: str) -> None:
    """Raises ExerciseError with that message where it does not hold."""
    if not holds:
        raise ExerciseError(field_and_why)


SIDES = frozenset({View.LEFT, View.RIGHT})
SIDES_AND_OBLIQUE = SIDES | {View.OBLIQUE}
FRONTS = frozenset({View.FRONT})
EVERY_VIEW = SIDES_AND_OBLIQUE | FRONTS

MOVING = frozenset({Phase.DESCENT, Phase.BOTTOM, Phase.ASCENT})
OF_A_CYCLE = MOVING | {Phase.TOP}
OF_A_HOLD = frozenset({Phase.HOLD, Phase.BROKEN})


class Turns(Enum):
    """What left and right do.

    TOGETHER: both do the same, and what is measured is made of both. EACH: a side is counted by
    itself, whether they take turns or one does all of its reps first; both at once are one rep of
    both.
    """

    TOGETHER = "together"
    EACH = "each"


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
    second of a rep (docs/accuracy.md)."""


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
        demand(low is not None or high is not None, f"{self.key}: low or high must be given.")
        if low is not None and high is not None:
            demand(
                low.beginner < high.beginner and low.strict < high.strict,
                f"{self.key}: low must lie below high.",
            )
        demand(
            low is None or low.strict >= low.beginner,
            f"{self.key}: low must be no lower for the strict.",
        )
        demand(
            high is None or high.strict <= high.beginner,
            f"{self.key}: high must be no higher for the strict.",
        )
        demand(bool(self.phases), f"{self.key}: phases must name one.")
        demand(bool(self.views), f"{self.key}: views must name one.")
        demand(self.margin >= 0, f"{self.key}: margin must not be negative.")


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
    """Measurement error beyond it, in the measure's unit."""
    views: frozenset[View] = EVERY_VIEW
    tone: Tone = Tone.FAULT
    spoils_rep: frozenset[str] = frozenset()
    points_lost: int = 15
    visible: ClassVar[float] = CLEAR
