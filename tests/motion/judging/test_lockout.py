"""A missing lockout is a claim about all of the top, made only where the top was seen."""

from __future__ import annotations

from dataclasses import replace
from math import cos, nan, pi

import pytest

from coach.motion.exercise import Cycle
from coach.motion.judging.lockout import Top, judge_lockout, watch
from coach.motion.snapshot import Evidence, Rep, View
from exercises import find

SQUAT = find("squat").goal
assert isinstance(SQUAT, Cycle)
RULE = SQUAT.lockout
assert RULE is not None
REP = Rep(1, 1.0, 2.0, 3.0, 1.0)
FPS = 20


def reading(t: float, degrees: float, view: View = View.RIGHT) -> Evidence:
    return Evidence(RULE.key, degrees, None, None, "deg", t, view, 0.98)


def seen(
    *stretches: tuple[float, float, float], start: float = 2.0, view: View = View.RIGHT
) -> tuple[Top, float]:
    """What was seen from the bottom on: (seconds, from, to) in degrees one after the other, NaN
    where it is hidden; and when it ended. Moves begin and end gently, as bodies do."""
    top, t = Top(), start
    for seconds, begin, end in stretches:
        for i in range(1, round(seconds * FPS) + 1):
            t += 1 / FPS
            part = (1 - cos(pi * i / (seconds * FPS))) / 2
            x = begin + (end - begin) * part
            top = watch(SQUAT, top, None if x != x else reading(t, x, view), t, view)
    return top, t


UP = (1.0, 80.0, 145.0)
"""The way up, to knees that stay bent; the rep ends with it, at 3 s."""


@pytest.mark.parametrize(
    ("stretches", "over", "bent", "judged", "what"),
    [
        ([UP], True, False, False, "the recording ends with the rep"),
        ([UP, (0.3, 145, 145)], True, False, False, "or a moment later"),
        ([UP, (0.9, 145, 145)], False, False, None, "somebody may still stretch"),
        ([UP, (1.2, 145, 145)], False, True, True, "came to rest with bent knees"),
        ([UP, (1.0, 145, 158), (0.2, 158, 158)], True, False, False, "still coming up at the end"),
        ([UP, (0.3, 145, 147), (0.7, 147, 100)], False, True, True, "turned round, knees bent"),
        ([UP, (0.3, 145, 147), (0.3, 147, 138)], True, False, False, "trembles, and it ends"),
        ([(0.2, 80, 145), (0.2, 145, 80)], True, False, False, "too quick to see its top"),
        ([UP, (0.6, nan, nan), (0.4, 145, 100)], True, False, False, "hidden at the top"),
        ([UP, (0.6, nan, nan), (0.6, 145, 145)], True, True, True, "hidden, then at rest up there"),
        ([UP, (0.6, nan, nan), (0.3, 145, 145)], True, False, False, "hidden but for a moment"),
        ([UP, (0.6, nan, nan), (1.0, 100, 80)], True, False, False, "next seen going down"),
        ([UP, (0.3, 145, 100), (0.9, 100, 100)], True, True, True, "turned round and sits"),
        ([(1.0, 80, 170)], True, False, True, "seen straight: straight, however short"),
        ([(0.5, nan, nan)], True, False, False, "never seen"),
    ],
)
def test_a_lockout(
    stretches: list[tuple[float, float, float]],
    over: bool,
    bent: bool,
    judged: bool | None,
    what: str,
) -> None:
    top, t = seen(*stretches)
    rep = judge_lockout(SQUAT, "beginner", REP, top, t, over)
    assert (RULE.key in rep.faults) is bent, what
    assert rep.score == (100 - RULE.points_lost if bent else 100)
    evidence = rep.evidence.get(RULE.key)
    assert (None if evidence is None else evidence.judged) is judged, what
    if evidence is not None:
        assert evidence.low == 162.0
        assert judge_lockout(SQUAT, "beginner", rep, seen(UP)[0], 99.0, True) is rep, "once"


def test_a_top_seen_from_two_places_is_not_judged() -> None:
    top, t = seen(UP)
    for i in range(30):
        top = watch(SQUAT, top, reading(t + i / FPS, 145, View.FRONT), t + i / FPS, View.FRONT)
    rep = judge_lockout(SQUAT, "beginner", REP, top, t + 2, True)
    assert (rep.faults, rep.evidence[RULE.key].judged) == ((), False)


def test_nor_is_one_that_the_other_place_does_not_show() -> None:
    top, t = seen(UP)
    top = watch(SQUAT, top, None, t + 0.05, View.FRONT)
    for i in range(2, 30):
        top = watch(SQUAT, top, reading(t + i / FPS, 145), t + i / FPS, View.RIGHT)
    assert judge_lockout(SQUAT, "beginner", REP, top, t + 2, True).faults == ()


@pytest.mark.parametrize(
    ("degrees", "level", "bent"),
    [
        (161.0, "beginner", False),
        (159.0, "beginner", True),
        (165.0, "strict", False),
        (163.0, "strict", True),
    ],
)
def test_the_limit_and_its_error_of_measurement(degrees: float, level: str, bent: bool) -> None:
    top, t = seen((1.0, 80.0, degrees), (1.5, degrees, degrees))
    rep = judge_lockout(SQUAT, level, REP, top, t, False)
    assert (RULE.key in rep.faults) is bent


@pytest.mark.parametrize(
    ("bottom", "top", "uneven", "what"),
    [
        (View.FRONT, View.FRONT, 7.0, "all of it from the front"),
        (View.FRONT, View.RIGHT, None, "its top from the side"),
        (View.RIGHT, View.FRONT, None, "its depth from the side"),
    ],
)
def test_left_and_right_are_compared_in_a_rep_done_towards_the_camera(
    bottom: View, top: View, uneven: float | None, what: str
) -> None:
    depth = replace(reading(2.0, 80.0, bottom), rule=SQUAT.depth.key)
    rep = replace(REP, evidence={depth.rule: depth}, uneven_deg=7.0)
    found, t = seen((1.0, 80, 170), view=top)
    assert judge_lockout(SQUAT, "beginner", rep, found, t, True).uneven_deg == uneven, what
