"""What the rules measured, over a whole recording: a track read again by the exercise's measures.

Nothing is judged here. Values come from the measures that the engine reads, in the views that the
report names; limits are the rules' own, and where a person is judged against their own value, those
that the report's evidence holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, isfinite, nan

import numpy as np

from coach.motion.counting import sides
from coach.motion.counting.planted import since_start
from coach.motion.exercise import EVERY_VIEW, Cycle, Exercise, Extreme, Fault, Way
from coach.motion.measure import Measure
from coach.motion.measure.visibility import SEEN
from coach.motion.poses.body import Body
from coach.motion.poses.pose import Pose
from coach.motion.poses.track import Track
from coach.motion.poses.upright import upright
from coach.motion.poses.view import turned
from coach.motion.readings import Readings
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Rep, View

# Ten minutes at 30 frames a second in full; of two hours three moments a second, which still show
# every rep.
MOST_SAMPLES = 20_000


@dataclass(frozen=True)
class LimitLine:
    """A rule's limits from start_s to end_s (seconds); None where that side is open."""

    rule: str
    start_s: float
    end_s: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Curve:
    """One measure over time and the rules that judge it."""

    measure: Measure
    """What was read."""
    rules: tuple[str, ...]
    """Their keys, in order of importance."""
    t: tuple[float, ...]
    """(n,) seconds."""
    values: tuple[float, ...]
    """(n,) in the measure's unit, NaN where it was not seen well enough or not from such a view."""
    limits: tuple[LimitLine, ...]
    counted: bool = False
    """Whether this is the angle that reps are counted on."""


@dataclass(frozen=True)
class _Read:
    """How a measure is read: in which views, and how visible its joints must be."""

    measure: Measure
    views: frozenset[View]
    visible: float
    rules: tuple[Fault | Extreme, ...]
    counted: bool


def curves(
    track: Track, exercise: Exercise, report: Report, most: int = MOST_SAMPLES
) -> tuple[Curve, ...]:
    """Every measure that was seen and judged at least once: the counted angle first, then in order
    of the rules.

    report: the one that came of this track. most: no more moments are read than that, evenly apart.
    """
    reads = _reads(exercise)
    times: list[float] = []
    rows: list[list[float]] = [[] for _ in reads]
    for t, readings in _readings(
        track, exercise, report, max(1, ceil(len(track.t) / max(1, most)))
    ):
        times.append(t)
        for row, read in zip(rows, reads, strict=True):
            row.append(nan if readings is None else _value(read, readings))
    found = []
    for read, row in zip(reads, rows, strict=True):
        if not any(map(isfinite, row)):
            continue
        whole = (times[0], times[-1])
        lines = [line for rule in read.rules for line in limit_lines(exercise, rule, report, whole)]
        if read.counted:
            lines.append(_counts_at(exercise, report.level, whole))
        if lines:
            keys = tuple(rule.key for rule in read.rules)
            curve = Curve(read.measure, keys, tuple(times), tuple(row), tuple(lines), read.counted)
            found.append(curve)
    return tuple(found)


def limit_lines(
    exercise: Exercise, rule: Fault | Extreme, report: Report, whole: tuple[float, float]
) -> tuple[LimitLine, ...]:
    """Where a rule's limits lay. One line over the whole (from, to in seconds) where they are the
    same throughout; else one for each movement to which they were applied."""
    fixed = _fixed(exercise, rule, report.level)
    if fixed is not None:
        return (LimitLine(rule.key, *whole, *fixed),)
    movements: tuple[Rep | Attempt, ...] = (*report.reps, *report.attempts)
    return tuple(
        LimitLine(rule.key, done.start_s, done.end_s, found.low, found.high)
        for done in movements
        if (found := done.evidence.get(rule.key)) is not None and found.judged
    )


def _counts_at(exercise: Exercise, level: str, whole: tuple[float, float]) -> LimitLine:
    """How far the counted angle must go for a rep to count; where it does not, depth is why."""
    goal = exercise.goal
    if not isinstance(goal, Cycle):
        raise TypeError(f"{exercise.key} has no counted angle.")
    limit = goal.counts_at.at(level)
    low, high = (None, limit) if goal.way is Way.FALLS else (limit, None)
    return LimitLine(goal.depth.key, *whole, low, high)


def _fixed(
    exercise: Exercise, rule: Fault | Extreme, level: str
) -> tuple[float | None, float | None] | None:
    if isinstance(rule, Fault) and rule.relative_to_baseline:
        return None
    return exercise.limits_of(rule, level)


def _reads(exercise: Exercise) -> tuple[_Read, ...]:
    goal = exercise.goal
    by_measure: dict[Measure, list[Fault | Extreme]] = {}
    if isinstance(goal, Cycle):
        by_measure[goal.signal] = []
    for rule in exercise.rules:
        by_measure.setdefault(rule.measure, []).append(rule)
    reads = []
    for measure, rules in by_measure.items():
        counted = isinstance(goal, Cycle) and measure == goal.signal
        views = EVERY_VIEW if counted else frozenset[View]().union(*(r.views for r in rules))
        visible = min((r.visible if isinstance(r, Fault) else SEEN for r in rules), default=SEEN)
        reads.append(_Read(measure, views, visible, tuple(rules), counted))
    return tuple(reads)


def _value(read: _Read, readings: Readings) -> float:
    if readings.body.view not in read.views:
        return nan
    return readings[read.measure].at(read.visible)


def _readings(
    track: Track, exercise: Exercise, report: Report, step: int
) -> Iterator[tuple[float, Readings | None]]:
    spans, now = report.views, 0
    state = sides.start(exercise)
    for i in range(0, len(track.t), step):
        t = float(track.t[i])
        rows = (track.image[i], track.world[i], track.visibility[i])
        if any(np.isnan(row).any() for row in rows):
            yield t, None
            continue
        pose = Pose(t, *rows, track.size)
        while now + 1 < len(spans) and spans[now + 1].start_s <= t:
            now += 1
        body = Body.of(pose, spans[now].view if spans else View.UNKNOWN, turned(pose))
        # Some measures compare with where the body was when the movement began, or stood upright.
        before = Readings(upright(exercise, state.upright, body))
        state = sides.advance(exercise, report.level, state, t, before)
        yield t, Readings(since_start(upright(exercise, state.upright, body), state.plant))
