"""What was done in a set as a table; docs/formats.md describes it for other programs."""

from __future__ import annotations

import csv
import io
from math import isfinite

from coach.analysis.exercise_words import deductions_text
from coach.motion.report import TIME_DIGITS, Report
from coach.motion.snapshot import Attempt, HeldTime, Rep

COLUMNS = (
    "kind", "number", "start_s", "bottom_s", "end_s", "down_s", "up_s", "range_of_motion", "score",
    "faults", "deductions", "reason", "side",
)  # fmt: skip


def reps_csv(report: Report) -> str:
    """A line for each rep, attempt and hold, in order of time; what does not apply is empty."""
    rows = [_movement(rep) for rep in report.reps]
    rows += [_movement(attempt) for attempt in report.attempts]
    rows += [_hold(hold, number) for number, hold in enumerate(report.holds, start=1)]
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(sorted(rows, key=lambda row: (row["start_s"], row["end_s"])))
    return text.getvalue()


def _hold(hold: HeldTime, number: int) -> dict[str, float | str]:
    return {
        "kind": "hold",
        "number": number,
        "start_s": hold.start_s,
        "end_s": hold.end_s,
        "side": hold.side or "",
    }


def _movement(done: Rep | Attempt) -> dict[str, float | str]:
    row: dict[str, float | str] = {
        "start_s": done.start_s,
        "bottom_s": done.bottom_s,
        "end_s": done.end_s,
        "down_s": round(done.bottom_s - done.start_s, TIME_DIGITS),
        "up_s": round(done.end_s - done.bottom_s, TIME_DIGITS),
        "range_of_motion": done.range_of_motion if isfinite(done.range_of_motion) else "",
        "side": done.side or "",
    }
    if isinstance(done, Rep):
        row |= {"kind": "rep", "number": done.number, "score": done.score}
        row |= {"faults": " ".join(done.faults), "deductions": deductions_text(done.deductions)}
    else:
        row |= {"kind": "attempt", "reason": done.reason}
    return row
