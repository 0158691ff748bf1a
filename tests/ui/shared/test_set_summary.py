"""A set as rows: what stands in them."""

from __future__ import annotations

from coach.live.set_record import SetRecord
from coach.motion.snapshot import Attempt, FaultSpan, HeldTime, Rep, Snapshot
from coach.texts import say
from coach.ui.shared import set_summary
from exercises import registry

SQUAT, PLANK = registry()["squat"], registry()["plank"]


def record(exercise, **done):
    return SetRecord(
        exercise.key, "strict", Snapshot(t=60, exercise=exercise.key, level="strict", **done), 60
    )


def test_a_rep_is_a_row_of_tempo_range_points_lost_and_score():
    lost = (("shallow", 20), ("tempo", 10))
    reps = (
        Rep(1, 0.0, 1.5, 2.4, 0.97, score=100),
        Rep(2, 3.0, 4.0, 5.5, 0.8, ("shallow",), score=70, deductions=lost),
        Rep(3, 6.0, 7.0, 8.5, 0.9, score=95, deductions=(("range", 5),)),
    )
    first, second, third = set_summary.rep_rows(record(SQUAT, reps=reps).snapshot, SQUAT)
    assert list(first.values()) == ["1", "1.5", "0.9", "97 %", say("set.nothing_lost"), "100"]
    assert second[say("set.lost")] == "Shallow (-20), Too quick down (-10)"
    assert third[say("set.lost")] == "Short of the full range (-5)"


def test_a_hold_and_a_fault_are_rows_from_when_to_when():
    fault = PLANK.faults[0]
    spans = (FaultSpan(fault.key, 14.5, 16.0),)
    held = record(PLANK, holds=(HeldTime(2.0, 14.5),), fault_spans=spans).snapshot
    assert [list(row.values()) for row in set_summary.hold_rows(held)] == [
        ["2.0 s", "14.5 s", "12.5 s"]
    ]
    assert [list(row.values()) for row in set_summary.fault_rows(held, PLANK)] == [
        [fault.title, "14.5 s", "16.0 s"]
    ]


def test_the_side_is_told_where_one_was_used():
    reps = (
        Rep(1, 0.0, 1.5, 2.4, 0.97, side="left"),
        Rep(2, 3.0, 4.0, 5.5, 0.8, side="right"),
        Rep(3, 6.0, 7.0, 8.5, 0.9),
    )
    rows = set_summary.rep_rows(record(SQUAT, reps=reps).snapshot, SQUAT)
    assert [row[say("set.side")] for row in rows] == ["Left", "Right", "Both"]
    held = record(PLANK, holds=(HeldTime(2.0, 14.5, "right"),)).snapshot
    assert [row[say("set.side")] for row in set_summary.hold_rows(held)] == ["Right"]
    tried = (Attempt("shallow", 0.0, 1.0, 2.0, 0.5, side="left"),)
    attempts = set_summary.attempt_rows(record(SQUAT, attempts=tried).snapshot, SQUAT)
    assert [row[say("set.side")] for row in attempts] == ["Left"]


def test_one_line_says_what_was_done():
    reps = (Rep(1, 0.0, 1.5, 2.4, 0.97),)
    assert set_summary.one_line(record(SQUAT, reps=reps), SQUAT) == "Squat · Strict · 1 rep"
    assert set_summary.one_line(record(SQUAT, reps=reps * 2), SQUAT) == "Squat · Strict · 2 reps"
    assert set_summary.one_line(record(PLANK, hold_s=72.0), PLANK) == "Plank · Strict · 1:12 held"
