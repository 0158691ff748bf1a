"""Sets to add up: summaries with one line each, and golden tracks with their reports."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import cache
from math import nan
from pathlib import Path

from coach.analysis.analysis import replay
from coach.motion.engine import Engine
from coach.motion.poses.track import Track
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, Rep, View
from coach.records.values import RecordedFrom, SetSummary
from coach.tracks.npz import read_track
from exercises import find

GOLDEN = Path(__file__).parent.parent / "data" / "golden"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
"""A Monday."""


def summary(day: float = 0, **fields) -> SetSummary:
    """A set of ten faultless squats, `day` days after a Monday."""
    whole = {
        "id": f"{day}-{len(fields)}",
        "exercise": "squat",
        "level": "beginner",
        "source": RecordedFrom.CAMERA,
        "started_at": NOON + timedelta(days=day),
        "zone": "UTC",
        "duration_s": 60.0,
        "reps": 10,
        "attempts": 0,
        "hold_s": 0.0,
        "longest_hold_s": 0.0,
        "score": 90,
        "range_of_motion": 1.0,
        "descent_s": 1.5,
        "ascent_s": 1.0,
        "uneven_deg": nan,
        "faults": {},
        "reasons": {},
        "view": View.LEFT,
    }
    return SetSummary(**{**whole, **fields})


def held(day: float, seconds: float, **fields) -> SetSummary:
    """A plank of so many seconds."""
    none = {"reps": 0, "score": None, "range_of_motion": nan, "descent_s": nan, "ascent_s": nan}
    time = {"hold_s": seconds, "longest_hold_s": seconds}
    return summary(day, **{"exercise": "plank", **none, **time, **fields})


def rep(number: int, start_s: float, bottom_s: float, end_s: float, reach: float = 1.0) -> Rep:
    return Rep(number, start_s, bottom_s, end_s, reach)


def attempt(start_s: float, end_s: float, reason: str = "shallow") -> Attempt:
    return Attempt(reason, start_s, (start_s + end_s) / 2, end_s, 0.5)


@cache
def golden(name: str, level: str = "beginner") -> tuple[Track, Report]:
    """A golden track and what the engine says of it."""
    exercise = find("push_up" if name.startswith("push_up") else name.split("_")[0])
    track = read_track(GOLDEN / f"{name}.npz")
    return track, replay(track.poses(), lambda: Engine(exercise, level)).report
