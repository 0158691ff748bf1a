"""A finished movement becomes a rep or an attempt with its reason, each with its evidence. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan, nan
from types import MappingProxyType

from coach.motion.body import Body
from coach.motion.changing import replace
from coach.motion.cycle import SEEN_DESCENT
from coach.motion.excursion import Movement
from coach.motion.exercise import Cycle, Exercise, Extreme, Fault
from coach.motion.faults import FaultState, collect
from coach.motion.measure import Uneven
from coach.motion.score import deductions, score
from coach.motion.snapshot import Attempt, Evidence, Rep, View

# The lockout is judged this long after the end of a rep, or when the next descent begins.
SETTLED_S = 1.0
RESTED = "rested"
# A joint that is misread goes to and fro while the body stays: its way is 1.67 times the straight
# one in a plank seen from the front, more than that in one of 161 reps, in which the body sinks.
ASTRAY = 1.5
# A body that sinks by less than this part of what is a rep for sure stays where it is, however
# smoothly a joint is misread: the smallest of 161 reps sinks by 1.1 times that.
STAYS = 0.5


@dataclass(frozen=True)
class Peaks:
    """The extreme readings of one rep. Evidence or None where nothing was read yet.

    deepest: of the depth rule. highest: of the lockout rule since the last rep's end; rising: of
    the same since the deepest moment, all there is of a rep that turns round before its top.
    lowest: the signal's deepest angle, in degrees; at that moment failed: the first condition that
    does not hold, and uneven: the difference between left and right in degrees, NaN if the view
    hides it. left_s: the seconds for which its postures were left, each over how long it may be
    left; a rep takes longer.
    """

    deepest: Evidence | None = None
    highest: Evidence | None = None
    rising: Evidence | None = None
    failed: Evidence | None = None
    uneven: float = nan
    lowest: float = nan
    left_s: float = 0.0


@dataclass(frozen=True)
class Judgement:
    """What became of a movement; rep and attempt are both None where it is not worth a word."""

    faults: tuple[FaultState, ...]
    peaks: Peaks
    rep: Rep | None = None
    attempt: Attempt | None = None


def _evidence(rule: Extreme, body: Body) -> Evidence | None:
    """What the rule reads now, its limit still open; None where the view hides it."""
    if body.view not in rule.views:
        return None
    reading = rule.measure.read(body)
    if isnan(reading.value) or reading.visibility < 0.5:
        return None
    return Evidence(
        rule.key,
        reading.value,
        None,
        None,
        rule.measure.unit,
        body.t,
        body.view,
        reading.visibility,
    )


def track_peaks(goal: Cycle, peaks: Peaks, body: Body, moving: bool) -> Peaks:
    """The extremes after one more body; `moving` while a movement is in progress."""
    if not moving:
        high = _evidence(goal.lockout, body)
        if high is not None and (peaks.highest is None or high.value > peaks.highest.value):
            return replace(peaks, highest=high)
        return peaks
    low = _evidence(goal.depth, body)
    if low is not None and (peaks.deepest is None or low.value < peaks.deepest.value):
        peaks = replace(peaks, deepest=low)
    high = _evidence(goal.lockout, body)
    if high is not None and (peaks.rising is None or high.value > peaks.rising.value):
        peaks = replace(peaks, rising=high)
    x = goal.signal.read(body).value
    if not isnan(x) and (isnan(peaks.lowest) or x < peaks.lowest):
        uneven = Uneven(goal.signal).read(body)
        peaks = replace(
            peaks,
            lowest=x,
            rising=None,
            failed=_failed(goal, body),
            uneven=uneven.value if body.view is View.FRONT else nan,
        )
    return peaks


def _abstain(rule: Extreme, t: float, view: View) -> Evidence:
    return Evidence(rule.key, nan, None, None, rule.measure.unit, t, view, 0.0, judged=False)


def _depth(goal: Cycle, level: str, peaks: Peaks, movement: Movement, view: View) -> Evidence:
    deepest = peaks.deepest or _abstain(goal.depth, movement.bottom_s, view)
    return replace(deepest, high=goal.depth.limit.at(level))


def _too_shallow(goal: Cycle, evidence: Evidence) -> bool:
    return evidence.judged and evidence.value > (evidence.high or 0.0) + goal.depth.margin


def _failed(goal: Cycle, body: Body) -> Evidence | None:
    for condition in goal.conditions:
        reading = condition.measure.read(body)
        if reading.visibility >= condition.visible and reading.value > condition.high:
            return Evidence(
                condition.reason,
                reading.value,
                None,
                condition.high,
                condition.measure.unit,
                body.t,
                body.view,
                reading.visibility,
            )
    return None


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
    counts_at = goal.counts_at.at(level)
    if m.rested_s > goal.rest_s:
        return replace(depth, rule=RESTED, value=m.rested_s, high=goal.rest_s, unit="s")
    if m.lowest > counts_at:
        return replace(depth, value=m.lowest, high=counts_at, judged=True)
    if peaks.failed is not None:
        return peaks.failed
    if not m.locked and level in goal.lockout.spoils_rep:
        value, low = m.returned, goal.locks_at
        return replace(depth, rule=goal.lockout.key, value=value, low=low, high=None)
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
    fresh = Judgement(tuple(states), Peaks(highest=peaks.rising))
    took_s = movement.end_s - movement.start_s
    # Who comes close to stop the camera falls in and out of every posture, and bends the arms.
    quick = took_s < max(goal.quickest_s, peaks.left_s)
    if movement.jumped or quick or movement.fell < SEEN_DESCENT:
        return fresh
    depth = _depth(goal, level, peaks, movement, view)
    hits = tuple(e.rule for e, hit in found if hit)
    if _too_shallow(goal, depth):
        hits = (*hits, goal.depth.key)
    evidence_by_rule = MappingProxyType({e.rule: e for e in (*(e for e, _ in found), depth)})
    span = max(movement.top - goal.target.at(level), 20.0)
    reach = (movement.top - movement.lowest) / span
    why_not = _why_not(exercise, level, hits, evidence_by_rule, peaks, movement)
    if why_not is not None:
        # One leg of somebody who walks, or a bow, bends the knee as far as a shallow squat does:
        # that is no try at one.
        another = why_not.rule == goal.depth.key and peaks.failed is not None
        if movement.fell < goal.attempt or another:
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
    astray = movement.wobble > ASTRAY
    if movement.sank < goal.sinks and (astray or movement.sank < STAYS * goal.sinks):
        return fresh
    lost = deductions(exercise, hits, reach, movement, peaks.uneven)
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
    )
    return replace(fresh, rep=rep)


def _unless(exercise: Exercise, key: str) -> tuple[str, ...]:
    rule = exercise.rule(key)
    return rule.unless if isinstance(rule, Fault) else ()


def judge_top(
    exercise: Exercise,
    level: str,
    reps: tuple[Rep, ...],
    peaks: Peaks,
    faults: tuple[FaultState, ...],
    t: float,
    ended: bool,
) -> tuple[Rep, ...]:
    """Add to the last rep what its top showed: ended when the next movement (or the end) comes.

    Before that it is judged after SETTLED_S seconds at the top. A fault of the support between two
    reps belongs to both.
    """
    goal = exercise.goal
    rep = reps[-1]
    if not isinstance(goal, Cycle) or goal.lockout.key in rep.evidence:
        return reps
    if not ended and t - rep.end_s < SETTLED_S:
        return reps
    rule = goal.lockout
    limit = rule.limit.at(level)
    top = peaks.highest or _abstain(rule, rep.end_s, View.UNKNOWN)
    top = replace(top, low=limit)
    seen_late = {
        fault: state.worst
        for fault, state in zip(exercise.faults, faults, strict=True)
        if fault.afterwards and state.hit and fault.key not in rep.faults
    }
    late = list(seen_late)
    evidence = {fault.key: worst for fault, worst in seen_late.items() if worst is not None}
    found: list[Fault | Extreme] = [*late]
    if top.judged and top.value < limit - rule.margin:
        found.append(rule)
    # What sagged all along did not only sag on the way up.
    said_better = {
        key for key in rep.faults for fault in late if fault.key in _unless(exercise, key)
    }
    kept = tuple((key, points) for key, points in rep.deductions if key not in said_better)
    lost = (*kept, *((r.key, r.points_lost) for r in found))
    amended = replace(
        rep,
        evidence=MappingProxyType({**rep.evidence, **evidence, rule.key: top}),
        faults=(*(k for k in rep.faults if k not in said_better), *(r.key for r in found)),
        deductions=lost,
        score=score(lost),
    )
    return (*reps[:-1], amended)
