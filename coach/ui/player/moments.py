"""Which moments of a set are worth looking at: where a fault was worst, and the same moment of a
rep that was free of it. Pure: no Streamlit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isfinite, isnan

from coach.motion.curves import Curve, LimitLine
from coach.motion.exercise import Exercise
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Evidence, FaultSpan, Rep

MOST_PAIRS = 6
# A fault of the support between two reps belongs to both.
TOP_S = 1.0


@dataclass(frozen=True)
class Mark:
    """A fault from start_s to end_s, at its worst at worst_s (seconds)."""

    rule: str
    start_s: float
    end_s: float
    worst_s: float
    evidence: Evidence | None = None
    """What was measured then, None where the report does not hold it."""


@dataclass(frozen=True)
class Pair:
    """A fault at its worst, and where to see it done well; good_s and number (of that rep) are None
    where nothing in the set was free of it, number also where a hold was."""

    mark: Mark
    good_s: float | None = None
    number: int | None = None


def marks(report: Report, curves: Sequence[Curve]) -> tuple[Mark, ...]:
    """Every fault, in order of time: those that lasted, and those found once a rep."""
    movements: tuple[Rep | Attempt, ...] = (*report.reps, *report.attempts)
    found = [_lasted(span, movements, curves) for span in report.faults]
    for done in movements:
        for rule in _broken(done):
            spanned = any(
                mark.rule == rule
                and mark.start_s <= done.end_s + TOP_S
                and mark.end_s >= done.start_s - TOP_S
                for mark in found
            )
            evidence = done.evidence.get(rule)
            if evidence is not None and evidence.judged and not spanned:
                found.append(Mark(rule, evidence.t, evidence.t, evidence.t, evidence))
    return tuple(sorted(found, key=lambda mark: (mark.start_s, mark.rule)))


def pairs(
    exercise: Exercise, report: Report, found: Sequence[Mark], most: int = MOST_PAIRS
) -> tuple[Pair, ...]:
    """One for each rule that was broken, the worst of its marks, in order of the rules."""
    shown = []
    for rule in exercise.rules:
        own = [mark for mark in found if mark.rule == rule.key]
        if own:
            shown.append(_beside(report, max(own, key=_badness)))
    return tuple(shown[:most])


def _broken(done: Rep | Attempt) -> tuple[str, ...]:
    return done.faults if isinstance(done, Rep) else (done.reason,)


def _lasted(span: FaultSpan, movements: Sequence[Rep | Attempt], curves: Sequence[Curve]) -> Mark:
    for done in movements:
        evidence = done.evidence.get(span.key)
        if evidence and evidence.judged and span.start_s <= evidence.t <= span.end_s:
            return Mark(span.key, span.start_s, span.end_s, evidence.t, evidence)
    worst = _farthest(span, curves)
    return Mark(span.key, span.start_s, span.end_s, worst)


def _farthest(span: FaultSpan, curves: Sequence[Curve]) -> float:
    """When the curve was farthest past the limit; the middle where there is none."""
    worst, farthest = (span.start_s + span.end_s) / 2, -inf
    for curve in curves:
        line = next((each for each in curve.limits if each.rule == span.key), None)
        if line is None:
            continue
        for t, value in zip(curve.t, curve.values, strict=True):
            if span.start_s <= t <= span.end_s and not isnan(value):
                past = _past(value, line)
                if past > farthest:
                    worst, farthest = t, past
    return worst


def _past(value: float, limit: LimitLine | Evidence) -> float:
    over = value - limit.high if limit.high is not None else -inf
    under = limit.low - value if limit.low is not None else -inf
    return max(over, under)


def _badness(mark: Mark) -> tuple[float, float]:
    evidence = mark.evidence
    past = _past(evidence.value, evidence) if evidence is not None else -inf
    return (past if isfinite(past) else -inf, mark.end_s - mark.start_s)


def _beside(report: Report, mark: Mark) -> Pair:
    if not report.reps:
        hold = max(report.holds, key=lambda each: each.end_s - each.start_s, default=None)
        return Pair(mark, None if hold is None else (hold.start_s + hold.end_s) / 2)
    good = [
        rep
        for rep in report.reps
        if mark.rule not in rep.faults
        and (evidence := rep.evidence.get(mark.rule)) is not None
        and evidence.judged
    ]
    if not good:
        return Pair(mark)
    # A value in the grey zone past the limit is no fault, but no example either where there is a
    # better one.
    best = max(good, key=lambda rep: (rep.evidence[mark.rule].within, rep.score, -rep.number))
    return Pair(mark, _same_phase(report, mark, best), best.number)


def _same_phase(report: Report, mark: Mark, good: Rep) -> float:
    """When the good rep is as far on its way as the bad one is at the mark. Before and after a rep
    it is when the good one was judged by that rule."""
    movements: tuple[Rep | Attempt, ...] = (*report.reps, *report.attempts)
    for done in movements:
        if done.start_s <= mark.worst_s <= done.bottom_s:
            part = (mark.worst_s - done.start_s) / max(1e-6, done.bottom_s - done.start_s)
            return good.start_s + part * good.descent_s
        if done.bottom_s < mark.worst_s <= done.end_s:
            part = (mark.worst_s - done.bottom_s) / max(1e-6, done.end_s - done.bottom_s)
            return good.bottom_s + part * good.ascent_s
    return good.evidence[mark.rule].t
