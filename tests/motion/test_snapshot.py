"""Values that say something about themselves."""

from __future__ import annotations

from math import nan

import pytest

from coach.motion.snapshot import Evidence, View


@pytest.mark.parametrize(
    ("value", "low", "high", "judged", "within", "why"),
    [
        (5.0, 0.0, 9.0, True, True, "between both limits"),
        (9.0, 0.0, 9.0, True, True, "on a limit"),
        (9.1, 0.0, 9.0, True, False, "over the upper one"),
        (-0.1, 0.0, None, True, False, "under the only one"),
        (99.0, 0.0, None, True, True, "that side is open"),
        (5.0, 0.0, 9.0, False, False, "never judged"),
        (nan, 0.0, 9.0, True, False, "nothing was measured"),
    ],
)
def test_evidence_knows_whether_its_limits_were_kept(
    value: float, low: float | None, high: float | None, judged: bool, within: bool, why: str
) -> None:
    evidence = Evidence("rule", value, low, high, "deg", 1.0, View.FRONT, 0.9, judged)
    assert evidence.within is within, why
