"""A finished movement becomes a rep or an attempt with its reason, each with its evidence. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isinf, isnan, nan
from types import MappingProxyType

from coach.motion.counting.cycle import SEEN_DESCENT, full_range
from coach.motion.counting.excursion import Movement
from coach.motion.exercise import RESTED, Cycle, Exercise, Extreme, Fault, Way
from coach.motion.fast_replace import replace
from coach.motion.judging.companions import Travel, follow, stayed_behind
from coach.motion.judging.faults import FaultState, collect
from coach.motion.judging.lockout import Top, abstention, watch
from coach.motion.judging.score import deductions, score
from coach.motion.judging.sight import Sight, look
from coach.motion.measure.visibility import CLEAR, SEEN
from coach.motion.readings import Readings
from coach.motion.snapshot import Attempt, Evidence, Rep, View

# A person who rests at the bottom for so long stopped there, and started again: both ways took
# longer than a picture takes to fade into another (docs/accuracy.md).
STILL_S, LEAST_WAY_S = 0.8, 0.6
# A joint that is misread goes to and fro while the body stays: its way is longer than the straight
# one by more than this (docs/accuracy.md).
ASTRAY = 1.5
# A body that sinks by less than this part of what is a rep for sure stays where it is, however
# smoothly a joint is misread (docs/accuracy.md).
STAYS = 0.5


@dataclass(frozen=True)
class Peaks:
    """The extreme readings of one rep. Evidence or None where nothing was read yet."""

    deepest: Evidence | None = None
    """Of the depth rule."""
    depth: Sight = field(default_factory=Sight)
    """When that was read."""
    moved: Sight = field(default_factory=Sight)
    """When the signal was."""
    top: Top = field(default_factory=Top)
    """Of the last rep."""
    rising: Top = field(default_factory=Top)
    """Of the one in progress, since its deepest moment."""
    failed: Evidence | None = None
    companions: tuple[Travel, ...] = ()
    """How far each companion of the signal went, in their order; empty before any was read."""
    leading: float = nan
    """What tells at the deepest moment which side leads."""
    uneven: float = nan
    """The difference between left and right in degrees, NaN if the view hides it."""
    lowest: float = nan
    """The signal's deepest angle (Cycle.as_angle); at that moment failed: the first condition that
    does not hold."""
    compared_at: float = nan
    """The deepest angle that showed both clearly, and uneven_deg the difference between them
    then."""
    uneven_deg: float | None = None
    out_s: float = 0.0
    """The seconds that were spent out of its postures, each over how long that may be; a rep takes
    longer."""


@dataclass(frozen=True)
class Judgement:
    """What became of a movement; rep and attempt are both None where it is not worth a word."""

    faults: tuple[FaultState, ...]
    peaks: Peaks
    rep: Rep | None = None
    attempt: Attempt | None = None


def _evidence(rule: Extreme, readings: Readings) -> Evidence | None:
    """What the rule reads now, its limit still open; None where the view hides it."""
    reading, body = readings.judged(rule), readings.body
    if isnan(reading.value):
        return None
    value, visibility = reading.value, reading.visibility
    return Evidence(rule.key, value, None, None, rule.measure.unit, body.t, body.view, visibility)


def track_peaks(goal: Cycle, peaks: Peaks, readings: Readings, moving: bool) -> Peaks:
    """The extremes after one more body; `moving` while a movement is in progress."""
    body = readings.body
    high = None if goal.lockout is None else _evidence(goal.lockout, readings)
    peaks = replace(peaks, top=watch(goal, peaks.top, high, body.t, body.view))
    x = goal.as_angle(readings[goal.signal].at(SEEN))
    seen = not isnan(x)
    if not moving:
        # What hides before the movement is noticed, hides a part of it.
        now = look(Sight(), body.t, body.view)
        return replace(peaks, moved=now, depth=now) if seen else peaks
    low = _evidence(goal.depth, readings)
    if low is not None:
        peaks = replace(peaks, depth=look(peaks.depth, body.t, body.view))
        known = peaks.deepest
        if known is None or goal.as_angle(low.value) < goal.as_angle(known.value):
            peaks = replace(peaks, deepest=low)
    peaks = replace(peaks, rising=watch(goal, peaks.rising, high, body.t, body.view))
    if not seen:
        return peaks
    peaks = replace(peaks, moved=look(peaks.moved, body.t, body.view))
    uneven = goal.uneven if body.view is View.FRONT else None
    if uneven is not None and not x >= peaks.compared_at:
        both = readings[uneven].at(CLEAR)
        if not isnan(both):
            peaks = replace(peaks, compared_at=x, uneven_deg=both)
    farthest = isnan(peaks.lowest) or x < peaks.lowest
    if goal.companions:
        peaks = replace(
            peaks, companions=follow(goal.companions, peaks.companions, readings, farthest)
        )
    if farthest:
        peaks = replace(
            peaks,
            lowest=x,
            rising=watch(goal, Top(), high, body.t, body.view),
            failed=_failed(goal, readings),
            leading=nan if goal.leading is None else readings[goal.leading].at(SEEN),
            uneven=nan if uneven is None else readings[uneven].value,
        )
    return peaks


def _depth(goal: Cycle, level: str, peaks: Peaks, movement: Movement, view: View) -> Evidence:
    """How deep it went; a person who may have been deeper while hidden is not called shallow."""
    limit = goal.as_angle(goal.depth.limit.at(level))
    deepest = peaks.deepest
    if deepest is None or (goal.as_angle(deepest.value) > limit and not peaks.depth.whole):
        deepest = abstention(goal.depth, movement.bottom_s, view)
    low, high = goal.range_of(goal.depth, level)
    return replace(deepest, low=low, high=high)


def _too_shallow(goal: Cycle, level: str, evidence: Evidence) -> bool:
    limit = goal.as_angle(goal.depth.limit.at(level)) + goal.as_degrees(goal.depth.margin)
    return evidence.judged and goal.as_angle(evidence.value) > limit


def _failed(goal: Cycle, readings: Readings) -> Evidence | None:
    body = readings.body
    for condition in goal.conditions:
        reading = readings[condition.measure]
        value = reading.at(condition.visible)
        if value > condition.high or value < condition.low:
            return Evidence(
                condition.reason,
                reading.value,
                None if isinf(condition.low) else condition.low,
                None if isinf(condition.high) else condition.high,
                condition.measure.unit,
                body.t,
                body.view,
                reading.visibility,
            )
    return None


def _sorted_by(goal: Cycle, way: Way, limit: float | None) -> tuple[float | None, float | None]:
    """(low, high) of what had to get to a limit going that way, or had to rise where it rises."""
    return (None, limit) if goal.way is way else (limit, None)


def _why_not(
    exercise: Exercise,
    level: str,
    hits: tuple[str, ...],
    evidence: Mapping[str, Evidence],
    peaks: Peaks,
    m: Movement,
) -> Evidence | None:
    """The judgement by which the movement does not count; None where it does."""
    goal = exercise.goal
    if not isinstance(goal, Cycle):
        return None
    depth = evidence[goal.depth.key]
    counts_at = goal.as_angle(goal.counts_at.at(level))
    if m.rested_s > goal.rest_s:
        return replace(depth, rule=RESTED, value=m.rested_s, low=None, high=goal.rest_s, unit="s")
    if m.lowest > counts_at:
        low, high = _sorted_by(goal, Way.FALLS, goal.counts_at.at(level))
        return replace(depth, value=goal.as_signal(m.lowest), low=low, high=high, judged=True)
    if peaks.failed is not None:
        return peaks.failed
    alone = stayed_behind(goal.companions, peaks.companions, level, m.bottom_s, depth.view)
    if alone is not None:
        return alone
    if goal.lockout is not None and not m.locked and level in goal.lockout.spoils_rep:
        low, high = _sorted_by(goal, Way.RISES, goal.locks_at)
        return replace(
            depth, rule=goal.lockout.key, value=goal.as_signal(m.returned), low=low, high=high
        )
    spoiled = (key for key in hits if level in exercise.rule(key).spoils_rep)
    return next((evidence[key] for key in spoiled), None)


def judge_movement(
    exercise: Exercise,
    level: str,
    faults: tuple[FaultState, ...],
    peaks: Peaks,
    movement: Movement,
    view: View,
) -> Judgement:
    """Decide on a movement. The rep's number is 0 and its lockout is judged later."""
    goal = exercise.goal
    if not isinstance(goal, Cycle):
        raise TypeError(f"{exercise.key} has no reps to judge.")
    states, found = [], []
    for rule, state in zip(exercise.faults, faults, strict=True):
        after, evidence = collect(state, rule, movement.bottom_s, view)
        states.append(after)
        found.append((evidence, state.hit or state.active))
    fresh = Judgement(tuple(states), Peaks(top=peaks.top))
    took_s = movement.end_s - movement.start_s
    # A person who comes close to stop the camera falls in and out of every posture, and bends the
    # arms.
    quick = took_s < max(goal.quickest_s, peaks.out_s)
    stills = movement.rested_s >= STILL_S and movement.moved_s < LEAST_WAY_S
    if movement.jumped or quick or stills or movement.descent_deg < SEEN_DESCENT:
        return fresh
    depth = _depth(goal, level, peaks, movement, view)
    hits = tuple(e.rule for e, hit in found if hit)
    if _too_shallow(goal, level, depth):
        hits = (*hits, goal.depth.key)
    evidence_by_rule = MappingProxyType({e.rule: e for e in (*(e for e, _ in found), depth)})
    span = full_range(movement.top, goal.as_angle(goal.target.at(level)))
    reach = (movement.top - movement.lowest) / span
    why_not = _why_not(exercise, level, hits, evidence_by_rule, peaks, movement)
    strict = goal.lockout is not None and level in goal.lockout.spoils_rep
    unseen = movement.cut and strict
    if unseen or (why_not is not None and not peaks.moved.whole):
        return fresh
    if why_not is not None:
        # One leg of somebody who walks, or a bow, bends the knee as far as a shallow squat does:
        # that is no try at one.
        another = why_not.rule == goal.depth.key and peaks.failed is not None
        if movement.descent_deg < goal.attempt or another:
            return fresh
        attempt = Attempt(
            why_not.rule,
            movement.start_s,
            movement.bottom_s,
            movement.end_s,
            reach,
            MappingProxyType({**evidence_by_rule, why_not.rule: why_not}),
        )
        return replace(fresh, attempt=attempt)
    astray = movement.path_ratio > ASTRAY
    if movement.drop < goal.min_drop and (astray or movement.drop < STAYS * goal.min_drop):
        return fresh
    lost = deductions(exercise, hits, reach, movement, peaks.uneven, whole=peaks.moved.whole)
    rep = Rep(
        0,
        movement.start_s,
        movement.bottom_s,
        movement.end_s,
        reach,
        hits,
        evidence_by_rule,
        score(lost),
        lost,
        peaks.uneven_deg,
        _side(peaks.leading),
    )
    if not rep.from_front:
        rep = replace(rep, uneven_deg=None)
    top = Top() if movement.cut else peaks.rising
    return replace(fresh, peaks=Peaks(top=top), rep=rep)


def _side(leading: float) -> str | None:
    """Which side led, where that was asked and seen."""
    return None if isnan(leading) else ("left" if leading > 0 else "right")


def _unless(exercise: Exercise, key: str) -> tuple[str, ...]:
    rule = exercise.rule(key)
    return rule.suppressed_by if isinstance(rule, Fault) else ()


def judge_support(exercise: Exercise, rep: Rep, faults: tuple[FaultState, ...]) -> Rep:
    """The rep with what the time at its top showed: a fault of the support between two reps belongs
    to both."""
    seen_late = {
        fault: state.worst
        for fault, state in zip(exercise.faults, faults, strict=True)
        if fault.judged_after_rep and state.hit and fault.key not in rep.faults
    }
    if not seen_late:
        return rep
    evidence = {fault.key: worst for fault, worst in seen_late.items() if worst is not None}
    # What sagged all along did not only sag on the way up.
    said_better = {
        key for key in rep.faults for fault in seen_late if fault.key in _unless(exercise, key)
    }
    kept = tuple((key, points) for key, points in rep.deductions if key not in said_better)
    lost = (*kept, *((fault.key, fault.points_lost) for fault in seen_late))
    return replace(
        rep,
        evidence=MappingProxyType({**rep.evidence, **evidence}),
        faults=(*(k for k in rep.faults if k not in said_better), *(f.key for f in seen_late)),
        deductions=lost,
        score=score(lost),
    )
