"""What was measured while one rep went on: the curve, the limit, and the moment that decided.

The numbers are read off the stored track by `coach.motion.curves`; the limit and the verdict are
those that were kept with the rep. What is no rule of the exercise (a condition, one side of the
body) is handed to it as one, so that there is one way to read a track.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, inf, isfinite, isinf, nan

import numpy as np

from coach.motion.curves import Curve, curves
from coach.motion.exercise import FRONTS, RESTED, Cycle, Exercise, Fault, Limit
from coach.motion.measure import Angle, Measure, OneSide
from coach.motion.measure.visibility import CLEAR
from coach.motion.poses.track import Track
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Evidence, Rep

# So much is shown before and after a rep, in seconds.
AROUND_S = 0.5
# A curve along a whole set is drawn, not judged: so many values a second show every rep, and so
# many in all are as many as a strip has pixels.
OVERVIEW_PER_S, OVERVIEW_MOST = 10.0, 800
LEFT, RIGHT = "left", "right"


@dataclass(frozen=True)
class Why:
    """What decided about a rep."""

    rule: str
    """Its key."""
    unit: str
    """Deg, ratio or m."""
    t: tuple[float, ...]
    values: tuple[float, ...]
    """(n,) seconds and what was read, NaN where it was not seen."""
    low: float | None
    high: float | None
    """The limits, None where open."""
    at: float
    """The moment (s) that decided."""
    value: float
    """What was read then and judged by, NaN for a rest, which is judged by how long it took."""


def why(
    exercise: Exercise, track: Track, report: Report, done: Rep | Attempt, rule: str
) -> Why | None:
    """What `rule` measured around a rep or an attempt of the report; None where it was not seen."""
    found = curves(_around(track, done), _with_conditions(exercise), report)
    curve = next((each for each in found if _shows(each, rule)), None)
    if curve is None:
        return None
    low, high, at, value = None, None, done.bottom_s, nan
    evidence = done.evidence.get(rule)
    if evidence is not None and rule != RESTED:
        low, high, value = evidence.low, evidence.high, evidence.value
        at = _moment(exercise, done, evidence)
    elif evidence is None:
        line = next((line for line in curve.limits if line.rule == rule), None)
        if line is not None:
            low, high = line.low, line.high
            at, value = _worst(curve, done, low, high)
    return Why(rule, curve.measure.unit, curve.t, curve.values, low, high, at, value)


def spans(report: Report) -> tuple[Attempt, ...]:
    """The faults of a hold as movements that `why` can be asked about."""
    return tuple(
        Attempt(span.key, span.start_s, (span.start_s + span.end_s) / 2, span.end_s, nan)
        for span in report.faults
    )


def _worst(
    curve: Curve, done: Rep | Attempt, low: float | None, high: float | None
) -> tuple[float, float]:
    """The moment (s) at which the value is farthest out, and the value, while it was done."""
    over, under = (inf if high is None else high), (-inf if low is None else low)
    out = [
        (max(value - over, under - value), t, value)
        for t, value in zip(curve.t, curve.values, strict=True)
        if done.start_s <= t <= done.end_s and isfinite(value)
    ]
    _, at, value = max(out, default=(0.0, done.bottom_s, nan))
    return at, value


def overview(exercise: Exercise, track: Track, report: Report) -> Curve | None:
    """The counted angle along a whole set; None for an exercise that is held, or of nobody."""
    if not isinstance(exercise.goal, Cycle) or not len(track.t):
        return None
    most = min(OVERVIEW_MOST, ceil((track.t[-1] - track.t[0]) * OVERVIEW_PER_S) + 2)
    found = curves(track, replace(exercise, faults=()), report, most=most)
    return next((curve for curve in found if curve.counted), None)


def sides(exercise: Exercise, track: Track, report: Report) -> tuple[Curve, ...]:
    """The counted angle of the left side, then of the right one; empty where they were not both
    seen from the front, where alone the engine compares them too."""
    goal = exercise.goal
    if not isinstance(goal, Cycle) or not isinstance(goal.signal, Angle):
        return ()
    angles = [
        _as_rule(name, OneSide(goal.signal, side), -inf, inf, CLEAR)
        for side, name in enumerate((LEFT, RIGHT))
    ]
    front = [replace(rule, views=FRONTS) for rule in angles]
    found = curves(track, replace(exercise, faults=tuple(front)), report)
    both = tuple(curve for curve in found if {LEFT, RIGHT} & set(curve.rules))
    return both if len(both) == len(front) else ()


def at_bottom(curve: Curve, reps: Sequence[Rep]) -> tuple[float, ...]:
    """What a curve reads at the deepest moment of each rep; NaN where it was not seen."""
    if not curve.t:
        return (nan,) * len(reps)
    times = np.array(curve.t)
    return tuple(curve.values[int(np.argmin(np.abs(times - rep.bottom_s)))] for rep in reps)


def _around(track: Track, done: Rep | Attempt) -> Track:
    rows = (track.t >= done.start_s - AROUND_S) & (track.t <= done.end_s + AROUND_S)
    return replace(
        track,
        t=track.t[rows],
        image=track.image[rows],
        world=track.world[rows],
        visibility=track.visibility[rows],
    )


def _with_conditions(exercise: Exercise) -> Exercise:
    goal = exercise.goal
    if not isinstance(goal, Cycle):
        return exercise
    conditions = (
        _as_rule(each.reason, each.measure, each.low, each.high, each.visible)
        for each in goal.conditions
    )
    return replace(exercise, faults=(*exercise.faults, *conditions))


def _as_rule(key: str, measure: Measure, low: float, high: float, visible: float) -> Fault:
    return Fault(
        key=key,
        title="",
        cue="",
        corrected="",
        measure=measure,
        source="",
        low=None if isinf(low) else Limit(low, low),
        high=None if low > -inf and isinf(high) else Limit(high, high),
        visible=visible,
    )


def _shows(curve: Curve, rule: str) -> bool:
    return rule in curve.rules or (curve.counted and rule == RESTED)


def _moment(exercise: Exercise, done: Rep | Attempt, evidence: Evidence) -> float:
    goal = exercise.goal
    # A rep that does not count for its lockout is judged where it ended, by the angle it came to.
    lockout = goal.lockout if isinstance(goal, Cycle) else None
    if lockout is not None and evidence.rule == lockout.key and isinstance(done, Attempt):
        return done.end_s
    return evidence.t if isfinite(evidence.t) else done.bottom_s
