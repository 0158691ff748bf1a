"""A fault belongs to a rep that was seen, or to a try at one: any other is nobody's. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from coach.motion.snapshot import Attempt, FaultSpan, Rep


def spans_of_movements(
    spans: Iterable[FaultSpan],
    reps: tuple[Rep, ...],
    attempts: tuple[Attempt, ...],
    rules: frozenset[str],
) -> tuple[FaultSpan, ...]:
    """The spans of faults that a rep has, or that lie in a try which failed by one of the rules.

    A rep's lasts until the next movement begins, so that its top is part of it. What was seen while
    somebody came into position, stood there, or did something else belongs to none.
    """
    movements: list[Rep | Attempt] = sorted((*reps, *attempts), key=lambda done: done.start_s)
    starts = [done.start_s for done in movements]

    def belongs(span: FaultSpan) -> bool:
        first = max(0, bisect_right(starts, span.start_s) - 1)
        last = bisect_right(starts, span.end_s)
        return any(_has(done, span, rules) for done in movements[first:last])

    return tuple(span for span in spans if belongs(span))


def _has(done: Rep | Attempt, span: FaultSpan, rules: frozenset[str]) -> bool:
    if isinstance(done, Rep):
        return span.key in done.faults
    return done.reason in rules and span.start_s <= done.end_s
