"""What a person is told of a set."""

from __future__ import annotations

from math import nan

import pytest

from coach.commands.result import summary
from coach.motion.report import Report
from coach.motion.snapshot import Attempt, FaultSpan, Rep, View
from exercises import find


def test_a_set_of_reps() -> None:
    squat = find("squat")
    reps = (
        Rep(1, 1.0, 2.0, 3.04, 1.1),
        Rep(
            2, 4.0, 5.0, 6.0, 0.9, ("shallow", "heels_lifting"), score=55,
            deductions=(("shallow", 20), ("heels_lifting", 15), ("symmetry", 10)),
        ),
    )  # fmt: skip
    report = Report(
        "squat",
        "beginner",
        12.3,
        reps,
        (Attempt("one_side", 7.0, 8.0, 9.0, nan), Attempt("unheard_of", 9.0, 9.5, 10.0, 0.3)),
        faults=(FaultSpan("heels_lifting", 4.5, 5.5), FaultSpan("chest_falling", 8.0, 9.0)),
        view=View.LEFT,
    )
    lost = "Shallow (-20), Heels lifting (-15), Left and right differ (-10)"
    assert summary(report, squat) == [
        "Squat, beginner, 12.3 s, seen from the side, facing left",
        "Reps: 2, not counted: 2",
        "  Rep 1, 1.0 to 3.0 s: range 110%, 100 points, clean",
        f"  Rep 2, 4.0 to 6.0 s: range 90%, 55 points, {lost}",
        f"  Not counted, 7.0 to 9.0 s: {squat.reasons['one_side']}",
        "  Not counted, 9.0 to 10.0 s: Unheard of",
        "  Chest falling, 8.0 to 9.0 s",
    ]


@pytest.mark.parametrize("view", View)
def test_a_hold_from_every_side(view: View) -> None:
    report = Report("plank", "strict", 20.0, hold_s=12.34, view=view)
    first, second = summary(report, find("plank"))
    assert first.startswith("Plank, strict, 20.0 s, seen")
    assert second == "Held in form for 12.3 s"
