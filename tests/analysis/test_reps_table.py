"""The table of a set: what is in it, and in which order."""

from __future__ import annotations

import csv
from math import nan

from coach.analysis.reps_table import COLUMNS, reps_csv
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, HeldTime, Rep

REPS = (
    Rep(
        1,
        1.0,
        2.25,
        3.0,
        1.1,
        faults=("a", "b"),
        score=70,
        deductions=(("a", 20), ("tempo", 10)),
        side="left",
    ),
    Rep(2, 8.0, 9.0, 10.0, 1.0),
)
ATTEMPTS = (Attempt("shallow", 4.0, 5.0, 6.0, nan),)


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(reps_csv(report).splitlines()))


def test_reps_and_attempts_in_order_of_time() -> None:
    first, attempt, last = rows(Report("squat", "strict", 12.0, REPS, ATTEMPTS))
    assert first == {
        "kind": "rep", "number": "1", "start_s": "1.0", "bottom_s": "2.25", "end_s": "3.0",
        "down_s": "1.25", "up_s": "0.75", "range_of_motion": "1.1", "score": "70",
        "faults": "a b", "deductions": "a:20 tempo:10", "reason": "", "side": "left",
    }  # fmt: skip
    assert (attempt["kind"], attempt["number"], attempt["reason"]) == ("attempt", "", "shallow")
    assert attempt["range_of_motion"] == "", "what is not known is empty"
    assert (last["number"], last["faults"], last["score"]) == ("2", "", "100")
    assert last["deductions"] == ""


def test_holds_have_a_start_and_an_end() -> None:
    told = rows(
        Report("plank", "strict", 12.0, holds=(HeldTime(1.0, 2.5, "right"), HeldTime(4.0, 9.0)))
    )
    assert [(row["kind"], row["number"], row["end_s"], row["side"]) for row in told] == [
        ("hold", "1", "2.5", "right"),
        ("hold", "2", "9.0", ""),
    ]


def test_a_set_without_anything_is_a_line_of_names() -> None:
    assert reps_csv(Report("squat", "strict", 0.0)) == ",".join(COLUMNS) + "\n"
