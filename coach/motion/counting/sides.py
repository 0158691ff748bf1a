"""Counting where each side is counted by itself: a tracker for each, and what they make together.

Where both sides do the same it is one tracker's. Values in, values out.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan, nan
from types import MappingProxyType

from coach.motion.counting import tracker
from coach.motion.counting.hold import HoldState
from coach.motion.counting.tracker import TrackerState, Turn
from coach.motion.exercise import Exercise, Turns
from coach.motion.fast_replace import replace
from coach.motion.judging.faults import FaultState
from coach.motion.judging.score import score
from coach.motion.readings import Readings
from coach.motion.snapshot import Attempt, HeldTime, Phase, Rep

SIDES = ("left", "right")
# Of one turn of both sides the far points lie within this part of the shorter one's time; where
# they take turns, half of it and more apart.
AT_ONCE = 0.25


def start(exercise: Exercise) -> TrackerState:
    """The state before the first frame."""
    state = tracker.start(exercise)
    if exercise.goal.turns is Turns.TOGETHER:
        return state
    left, right = map(tracker.start, exercise.sided)
    return replace(state, sides=(left, right))


def advance(
    exercise: Exercise, level: str, state: TrackerState, t: float, readings: Readings | None
) -> TrackerState:
    """The state after one more moment, as `tracker.advance` has it."""
    if state.sides is None:
        return tracker.advance(exercise, level, state, t, readings)
    left, right = (
        tracker.advance(
            own,
            level,
            replace(side, upright=state.upright),
            t,
            readings,
        )
        for own, side in zip(exercise.sided, state.sides, strict=True)
    )
    return _merge(state, left, right)


def finish(exercise: Exercise, level: str, state: TrackerState) -> TrackerState:
    """The set ends, as `tracker.finish` has it."""
    if state.sides is None:
        return tracker.finish(exercise, level, state)
    left, right = (
        tracker.finish(own, level, side)
        for own, side in zip(exercise.sided, state.sides, strict=True)
    )
    return _merge(state, left, right)


def _merge(before: TrackerState, left: TrackerState, right: TrackerState) -> TrackerState:
    sides = (left, right)
    turns, reps, attempts = before.turns, before.reps, before.attempts
    if before.sides is None or any(
        new.reps is not old.reps or new.attempts is not old.attempts
        for new, old in zip(sides, before.sides, strict=True)
    ):
        turns = _turns(before.turns, left.reps, right.reps)
        reps = tuple(
            _rep(turn, left.reps, right.reps, number) for number, turn in enumerate(turns, 1)
        )
        attempts = _attempts(sides, reps)
    known = [side.upright for side in sides if side.upright is not None]
    return replace(
        max(sides, key=_how_far),
        turns=turns,
        reps=reps,
        attempts=attempts,
        faults=tuple(map(_fault, before.faults, left.faults, right.faults)),
        hold=_hold(left.hold, right.hold),
        upright=max(known, key=lambda upright: upright.t, default=None),
        sides=sides,
    )


def _how_far(side: TrackerState) -> tuple[bool, bool, float]:
    """What makes a side the one that is doing something."""
    moving = side.cycle.excursion is not None or side.hold.phase is Phase.HOLD
    return moving, side.position.held, -1.0 if isnan(side.value) else side.value


def _at_once(a: Rep | Attempt, b: Rep | Attempt) -> bool:
    shorter = min(a.end_s - a.start_s, b.end_s - b.start_s)
    return abs(a.bottom_s - b.bottom_s) <= AT_ONCE * shorter


def _turns(before: tuple[Turn, ...], *reps: tuple[Rep, ...]) -> tuple[Turn, ...]:
    """Whose each rep is, of the left side's reps and the right one's. One that is there stays where
    it is: its number has been told."""
    turns = list(before)
    counted = [sum(turn[side] is not None for turn in before) for side in (0, 1)]
    new = sorted(
        (rep.end_s, side, i)
        for side in (0, 1)
        for i, rep in enumerate(reps[side][counted[side] :], counted[side])
    )
    for _, side, i in new:
        last = turns[-1] if turns else (None, None)
        other = last[1 - side] if last[side] is None else None
        if other is not None and _at_once(reps[side][i], reps[1 - side][other]):
            turns[-1] = (other, i) if side else (i, other)
        else:
            turns.append((None, i) if side else (i, None))
    return tuple(turns)


def _rep(turn: Turn, left: tuple[Rep, ...], right: tuple[Rep, ...], number: int) -> Rep:
    own = [
        replace(reps[i], number=number, side=side)
        for i, reps, side in zip(turn, (left, right), SIDES, strict=True)
        if i is not None
    ]
    if len(own) == 1:
        return own[0]
    worse, better = sorted(own, key=lambda rep: rep.score)
    known = dict(worse.deductions)
    lost = (*worse.deductions, *(item for item in better.deductions if item[0] not in known))
    return replace(
        worse,
        side=None,
        start_s=min(worse.start_s, better.start_s),
        end_s=max(worse.end_s, better.end_s),
        faults=tuple(dict.fromkeys((*worse.faults, *better.faults))),
        evidence=MappingProxyType({**better.evidence, **worse.evidence}),
        deductions=lost,
        score=score(lost),
    )


def _attempts(
    sides: tuple[TrackerState, TrackerState], reps: tuple[Rep, ...]
) -> tuple[Attempt, ...]:
    """The attempts of both sides. What one side tried while the other did a rep is a part of that
    one; what both tried at once was one attempt."""
    found: list[Attempt] = []
    both = (
        replace(attempt, side=side)
        for state, side in zip(sides, SIDES, strict=True)
        for attempt in state.attempts
    )
    for attempt in sorted(both, key=lambda attempt: attempt.end_s):
        if any(_at_once(attempt, rep) for rep in reps):
            continue
        if found and found[-1].side != attempt.side and _at_once(attempt, found[-1]):
            found[-1] = replace(found[-1], side=None)
        else:
            found.append(attempt)
    return tuple(found)


def _fault(before: FaultState, left: FaultState, right: FaultState) -> FaultState:
    active = [state for state in (left, right) if state.active]
    spans = _union((*left.spans, *right.spans))
    return FaultState(
        active=bool(active),
        since=min((state.since for state in active), default=nan),
        # The same tuple says that nothing is new.
        spans=before.spans if spans == before.spans else spans,
    )


def _union(spans: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The stretches that are in any of these (start, end), in order."""
    found: list[tuple[float, float]] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return tuple(found)


def _hold(left: HoldState, right: HoldState) -> HoldState:
    """Both sides' holds, none twice; the one that runs is the one that has run for longer."""
    holds: list[HeldTime] = []
    both = (
        replace(held, side=side)
        for state, side in zip((left, right), SIDES, strict=True)
        for held in state.holds
    )
    for held in sorted(both, key=lambda held: held.start_s):
        if not holds or held.start_s >= holds[-1].end_s:
            holds.append(held)
        elif held.end_s - held.start_s > holds[-1].end_s - holds[-1].start_s:
            holds[-1] = held
    running = max((left, right), key=lambda state: state.total_s() - state.held_s)
    return replace(
        running, holds=tuple(holds), held_s=sum(held.end_s - held.start_s for held in holds)
    )
