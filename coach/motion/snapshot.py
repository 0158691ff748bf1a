"""What the engine says after a frame: values only, made once and never changed.

The overlay draws a Snapshot, the page shows it, the file analysis collects it; none of them judges.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field, PlainSerializer

from coach.motion.kinds import (
    MOST_RULES,
    BodySide,
    Count,
    Deductions,
    Flag,
    Key,
    Keys,
    Known,
    Number,
    Score,
    Seconds,
    Unit,
    Whole,
    frozen,
)


class View(str, Enum):
    """Where the camera stands, seen from the person. LEFT: the person faces the image's left."""

    FRONT = "front"
    LEFT = "left"
    RIGHT = "right"
    OBLIQUE = "oblique"
    UNKNOWN = "unknown"


class Phase(str, Enum):
    """Where in a rep (or a hold) the person is."""

    SETUP = "setup"
    TOP = "top"
    DESCENT = "descent"
    BOTTOM = "bottom"
    ASCENT = "ascent"
    HOLD = "hold"
    BROKEN = "broken"
    PAUSED = "paused"


class Tone(str, Enum):
    """How a cue is meant, and so in which colour and how insistently it is given."""

    GUIDE = "guide"
    ADVICE = "advice"
    FAULT = "fault"
    PRAISE = "praise"


@dataclass(frozen=True)
class Evidence(Whole):
    """One judgement with everything needed to check it."""

    rule: Key
    """Fault or measure key."""
    value: Number
    low: Known | None
    high: Known | None
    """In the measure's unit (degrees, or a ratio); low or high is None where that side is open."""
    unit: Unit
    t: Seconds
    """Seconds."""
    view: View
    """Camera view at that moment."""
    visibility: Number
    """0 to 1, the least visible landmark that the measure used."""
    judged: Flag = True
    """False where the rule abstained because the view does not show it."""

    @property
    def within(self) -> bool:
        """Whether the value was judged and lies inside its limits."""
        low = self.low is None or self.value >= self.low
        high = self.high is None or self.value <= self.high
        return self.judged and low and high


ByRule = Annotated[
    Mapping[Key, Evidence],
    Field(max_length=MOST_RULES),
    AfterValidator(frozen),
    PlainSerializer(dict, return_type=dict[Key, Evidence]),
]
"""Each under the key of its rule."""


@dataclass(frozen=True)
class Rep(Whole):
    """A counted repetition. Times in seconds; range_of_motion 1.0 is the wanted depth."""

    number: Count
    start_s: Seconds
    bottom_s: Seconds
    end_s: Seconds
    range_of_motion: Number
    faults: Keys = ()
    evidence: ByRule = field(default_factory=lambda: MappingProxyType({}))
    score: Score = 100
    deductions: Deductions = ()
    uneven_deg: Known | None = None
    """Degrees between left and right in the counted angle, at the deepest moment that shows both;
    None where it was not done towards the camera."""
    side: BodySide | None = None
    """`left` or `right` (the person's own) where one side did it or led; None: both."""

    @property
    def from_front(self) -> bool:
        """Whether all of its evidence is from the front, where both sides are seen alike."""
        views = [item.view for item in self.evidence.values() if item.judged]
        return bool(views) and all(view is View.FRONT for view in views)

    @property
    def duration_s(self) -> float:
        """Seconds from the start of the descent to the end of the ascent."""
        return self.end_s - self.start_s

    @property
    def descent_s(self) -> float:
        """Seconds from the start to the deepest point."""
        return self.bottom_s - self.start_s

    @property
    def ascent_s(self) -> float:
        """Seconds from the deepest point to the end."""
        return self.end_s - self.bottom_s


@dataclass(frozen=True)
class Attempt(Whole):
    """A movement that did not count, with the reason: a fault key or a reason key."""

    reason: Key
    start_s: Seconds
    bottom_s: Seconds
    end_s: Seconds
    range_of_motion: Number
    evidence: ByRule = field(default_factory=lambda: MappingProxyType({}))
    side: BodySide | None = None
    """As a rep has it."""


@dataclass(frozen=True)
class HeldTime(Whole):
    """A stretch of time in form (start_s to end_s, seconds)."""

    start_s: Seconds
    end_s: Seconds
    side: BodySide | None = None
    """`left` or `right` (the person's own) where it was held on one side."""


@dataclass(frozen=True)
class FaultSpan(Whole):
    """A fault from its first to its last moment, in seconds."""

    key: Key
    start_s: Seconds
    end_s: Seconds


@dataclass(frozen=True)
class ViewSpan(Whole):
    """From start_s to end_s (seconds) the camera stood in one place."""

    view: View
    start_s: Seconds
    end_s: Seconds


@dataclass(frozen=True)
class Cue:
    """The one thing said now. key names the text (`squat.heels_lifting`, `gate.step_back`); text is
    the exercise's own English words, empty where coach/texts holds them."""

    key: str
    tone: Tone
    since: float
    """Seconds."""
    text: str = ""


@dataclass(frozen=True)
class Arc:
    """An angle worth drawing: landmark indices of the vertex and both ends, and its degrees."""

    vertex: int
    ends: tuple[int, int]
    degrees: float


@dataclass(frozen=True)
class Snapshot:
    """Everything known after one frame at t seconds."""

    t: float
    exercise: str
    level: str
    ready: bool = False
    """False while the gate still says (through `cue`, tone GUIDE) how to stand."""
    tracked: bool = False
    """Whether a person is seen and believed."""
    view: View = View.UNKNOWN
    views: tuple[ViewSpan, ...] = ()
    """From where the camera saw the set until now, in order of time."""
    phase: Phase = Phase.SETUP
    phase_word: str = ""
    """The exercise's own English word for it, empty where coach/texts has one that fits."""
    upwards: bool = False
    """Whether the way out leads up, as in a curl: what is drawn fills upwards."""
    range_of_motion: float = float("nan")
    """0 at the top, 1 at the wanted depth, more when deeper; NaN when unknown."""
    required: float = 1.0
    """The part of the range at which a rep begins to count."""
    reps: tuple[Rep, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    hold_s: float = 0.0
    """Seconds in form so far."""
    holding: bool = False
    holds: tuple[HeldTime, ...] = ()
    fault_spans: tuple[FaultSpan, ...] = ()
    active_faults: tuple[str, ...] = ()
    """Keys of the faults in progress."""
    fault_landmarks: frozenset[int] = frozenset()
    """Indices to draw in the fault colour."""
    arcs: tuple[Arc, ...] = ()
    cue: Cue | None = None
    abstained: tuple[str, ...] = ()
    turned: int = 0
    """By how many quarters the picture must be turned clockwise for the person to be upright in
    it."""

    @property
    def phase_key(self) -> str:
        """Key of the text that names the phase."""
        if self.phase_word:
            return f"{self.exercise}.phase.{self.phase.value}"
        moving = self.phase in (Phase.DESCENT, Phase.BOTTOM, Phase.ASCENT)
        return f"phase.{'up.' if self.upwards and moving else ''}{self.phase.value}"
