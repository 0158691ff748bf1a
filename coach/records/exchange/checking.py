"""Whether a report that comes from anywhere is one that a set can have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import nan

from coach.motion.exercise import LEVELS
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Evidence, FaultSpan, HeldTime, Rep, ViewSpan
from coach.texts import say

MOST = 10_000
"""Reps, attempts, holds or stretches of a fault in one set."""

MOST_RULES = 100
"""Rules in a rep's evidence or faults."""

LONGEST_S = 7 * 24 * 3600.0
LARGEST = 1e6

_KEY = re.compile(r"[0-9A-Za-z_.]{1,64}")
_UNIT = re.compile(r"[^\x00-\x1f<>]{0,16}")


class Unsound(ValueError):  # noqa: N818 - what is wrong, in a few words of the file's own names
    """Something in it cannot be; the message names it."""


def check_report(report: Report) -> None:
    """Raises Unsound where a name is none, a number is out of all bounds, or there is too much."""
    _key("exercise", report.exercise)
    if report.level not in LEVELS:
        raise Unsound(say("records.wrong", name="level"))
    _seconds("duration_s", report.duration_s)
    _seconds("hold_s", report.hold_s)
    lists = (report.reps, report.attempts, report.holds, report.faults, report.views)
    if any(len(items) > MOST for items in lists) or len(report.abstained) > MOST_RULES:
        raise Unsound(say("records.too_much"))
    _keys("abstained", report.abstained)
    for i, rep in enumerate(report.reps):
        _rep(rep, i + 1)
    for attempt in report.attempts:
        _key("reason", attempt.reason)
        _movement(attempt)
    spans: list[HeldTime | FaultSpan | ViewSpan] = [*report.holds, *report.faults, *report.views]
    for span in spans:
        _seconds("start_s", span.start_s)
        _seconds("end_s", span.end_s)
        if span.end_s < span.start_s:
            raise Unsound(say("records.wrong", name="end_s"))
    _keys("faults", (span.key for span in report.faults))


def number_or_nan(name: str, value: object) -> float:
    """A number inside all bounds, NaN for None. Raises Unsound."""
    if value is None:
        return nan
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Unsound(say("records.wrong", name=name))
    if not abs(value) <= LARGEST:
        raise Unsound(say("records.wrong", name=name))
    return float(value)


def _rep(rep: Rep, number: int) -> None:
    if rep.number != number:
        raise Unsound(say("records.wrong", name="number"))
    if not 0 <= rep.score <= 100:
        raise Unsound(say("records.wrong", name="score"))
    if max(len(rep.faults), len(rep.deductions)) > MOST_RULES:
        raise Unsound(say("records.too_much"))
    _keys("faults", rep.faults)
    _keys("deductions", (key for key, _ in rep.deductions))
    if any(abs(points) > 100 for _, points in rep.deductions):
        raise Unsound(say("records.wrong", name="points"))
    _movement(rep)


def _movement(done: Rep | Attempt) -> None:
    times = (done.start_s, done.bottom_s, done.end_s)
    for name, value in zip(("start_s", "bottom_s", "end_s"), times, strict=True):
        _seconds(name, value)
    if done.end_s < done.start_s:
        raise Unsound(say("records.wrong", name="end_s"))
    _number("range_of_motion", done.range_of_motion)
    if len(done.evidence) > MOST_RULES:
        raise Unsound(say("records.too_much"))
    for key, item in done.evidence.items():
        _evidence(key, item)


def _evidence(key: str, item: Evidence) -> None:
    _key("rule", item.rule)
    if item.rule != key or not _UNIT.fullmatch(item.unit):
        raise Unsound(say("records.wrong", name="evidence"))
    _seconds("t", item.t)
    for name, value in (("value", item.value), ("visibility", item.visibility)):
        _number(name, value)
    for name, limit in (("low", item.low), ("high", item.high)):
        if limit is not None:
            _number(name, limit)


def _key(name: str, value: str) -> None:
    if not _KEY.fullmatch(value):
        raise Unsound(say("records.wrong", name=name))


def _keys(name: str, values: Iterable[str]) -> None:
    for value in values:
        _key(name, value)


def _seconds(name: str, value: float) -> None:
    if not abs(value) <= LONGEST_S:
        raise Unsound(say("records.wrong", name=name))


def _number(name: str, value: float) -> None:
    """NaN is a number that is not known."""
    if abs(value) > LARGEST:
        raise Unsound(say("records.wrong", name=name))
