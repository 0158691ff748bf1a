"""What a whole set came to: a value, the one form in which it is shown, kept and handed on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar, cast

from coach.motion.kinds import Key, Keys, Level, Many, Numbered, Seconds, Whole
from coach.motion.snapshot import (
    Attempt,
    Evidence,
    FaultSpan,
    HeldTime,
    Rep,
    Snapshot,
    View,
    ViewSpan,
)

Done = TypeVar("Done", Rep, Attempt)

# Times to a millisecond, measures to a tenth of a thousandth: finer than any of them is known.
TIME_DIGITS = 3
MEASURE_DIGITS = 4


@dataclass(frozen=True)
class Report(Whole):
    """A set from its first to its last frame, duration_s seconds apart."""

    exercise: Key
    level: Level
    duration_s: Seconds
    reps: Numbered[Rep] = ()
    attempts: Many[Attempt] = ()
    hold_s: Seconds = 0.0
    holds: Many[HeldTime] = ()
    faults: Many[FaultSpan] = ()
    view: View = View.UNKNOWN
    """The one seen longest, unknown ones aside."""
    views: Many[ViewSpan] = ()
    """Each in order of time."""
    abstained: Keys = ()
    """Rules that the last view does not show."""


class Rounding:
    """Rounds reps and attempts, each once: a set of an hour has a thousand of them, and is reported
    at every new one."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Rep | Attempt, Rep | Attempt]] = {}

    def all(self, done: tuple[Done, ...]) -> tuple[Done, ...]:
        """Reps or attempts with numbers that are not finer than what is known."""
        return tuple(self._one(each) for each in done)

    def _one(self, done: Done) -> Done:
        before = self._known.get(id(done))
        # Kept with what it was made of, whose number no other can have meanwhile.
        if before is not None and before[0] is done:
            return cast("Done", before[1])
        rounded = replace(
            done,
            start_s=_time(done.start_s),
            bottom_s=_time(done.bottom_s),
            end_s=_time(done.end_s),
            range_of_motion=_measure(done.range_of_motion),
            evidence=_rounded(done.evidence),
        )
        self._known[id(done)] = done, rounded
        return rounded


def make_report(
    snapshot: Snapshot,
    duration_s: float,
    views: tuple[ViewSpan, ...],
    rounding: Rounding | None = None,
) -> Report:
    """The report of a set that ended with `snapshot`; numbers are rounded here, once. rounding: the
    set's own, where it is reported again and again."""
    rounding = rounding or Rounding()
    return Report(
        exercise=snapshot.exercise,
        level=snapshot.level,
        duration_s=_time(duration_s),
        reps=rounding.all(snapshot.reps),
        attempts=rounding.all(snapshot.attempts),
        hold_s=_time(snapshot.hold_s),
        holds=tuple(
            HeldTime(_time(hold.start_s), _time(hold.end_s), hold.side) for hold in snapshot.holds
        ),
        faults=tuple(
            FaultSpan(span.key, _time(span.start_s), _time(span.end_s))
            for span in snapshot.fault_spans
        ),
        view=longest_view(views),
        views=tuple(ViewSpan(span.view, _time(span.start_s), _time(span.end_s)) for span in views),
        abstained=snapshot.abstained,
    )


def longest_view(views: Iterable[ViewSpan]) -> View:
    """The known view that was seen longest, the earlier one in a tie; UNKNOWN without any."""
    seconds: dict[View, float] = {}
    for span in views:
        if span.view is not View.UNKNOWN:
            seconds[span.view] = seconds.get(span.view, 0.0) + span.end_s - span.start_s
    return max(seconds, key=seconds.__getitem__, default=View.UNKNOWN)


def _time(value: float) -> float:
    return round(value, TIME_DIGITS)


def _measure(value: float) -> float:
    return round(value, MEASURE_DIGITS)


def _rounded(evidence: Mapping[str, Evidence]) -> Mapping[str, Evidence]:
    return MappingProxyType(
        {
            key: replace(
                item,
                value=_measure(item.value),
                low=None if item.low is None else _measure(item.low),
                high=None if item.high is None else _measure(item.high),
                t=_time(item.t),
                visibility=_measure(item.visibility),
            )
            for key, item in evidence.items()
        }
    )
