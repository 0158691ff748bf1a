"""What was in sight all along, from one place."""

from __future__ import annotations

import pytest

from coach.motion.judging.sight import Sight, look
from coach.motion.snapshot import View

SIDE, FRONT = View.RIGHT, View.FRONT


@pytest.mark.parametrize(
    ("moments", "whole", "what"),
    [
        ([], False, "never seen"),
        ([(0.0, SIDE)], True, "seen once"),
        ([(0.0, SIDE), (0.2, SIDE), (0.4, SIDE)], True, "at five pictures a second"),
        ([(0.0, SIDE), (0.3, SIDE), (0.4, SIDE)], False, "hidden for a moment"),
        ([(0.0, SIDE), (0.1, FRONT), (0.2, SIDE)], False, "seen from elsewhere meanwhile"),
    ],
)
def test_a_sight(moments: list[tuple[float, View]], whole: bool, what: str) -> None:
    sight = Sight()
    for t, view in moments:
        sight = look(sight, t, view)
    assert sight.whole is whole, what
