"""A finished movement becomes a rep or an attempt; each carries what it was judged by."""

from __future__ import annotations

from dataclasses import replace
from math import isnan

import pytest

from coach.motion.counting.excursion import Movement
from coach.motion.exercise import Cycle, Exercise
from coach.motion.judging.faults import FaultState
from coach.motion.judging.judge import Peaks, judge_movement, judge_support, track_peaks
from coach.motion.poses.body import Body
from coach.motion.poses.view import classify, turned
from coach.motion.readings import Readings
from coach.motion.snapshot import Evidence, Rep, View
from exercises import find
from tests.motion.figures import FRONT, SIDE, Camera, Skeleton, seen, squat

SQUAT, PUSH_UP = find("squat"), find("push_up")


def cycle_of(exercise: Exercise) -> Cycle:
    assert isinstance(exercise.goal, Cycle)
    return exercise.goal


WHOLE = Movement(
    start_s=1.0,
    bottom_s=2.0,
    end_s=3.0,
    lowest=80.0,
    descent_deg=90.0,
    returned=170.0,
    locked=True,
    rested_s=0.3,
    jumped=False,
    top=172.0,
    path_ratio=1.0,
)


def body(skeleton: Skeleton, camera: Camera = SIDE, t: float = 2.0) -> Body:
    pose = seen(t, skeleton, camera)
    return Body.of(pose, classify(turned(pose)), turned(pose))


def bottom(skeleton: Skeleton, exercise: Exercise = SQUAT, camera: Camera = SIDE) -> Peaks:
    return track_peaks(cycle_of(exercise), Peaks(), Readings(body(skeleton, camera)), moving=True)


def states(exercise: Exercise, *hits: str) -> tuple[FaultState, ...]:
    return tuple(FaultState(hit=rule.key in hits) for rule in exercise.faults)


DEEP = bottom(squat(80))


@pytest.mark.parametrize(
    ("movement", "peaks", "level", "reason", "what"),
    [
        (WHOLE, DEEP, "beginner", "", "a whole squat"),
        (replace(WHOLE, lowest=130), bottom(squat(130)), "beginner", "shallow", "too shallow"),
        (replace(WHOLE, lowest=105), bottom(squat(105)), "beginner", "", "cautious"),
        (replace(WHOLE, lowest=105), bottom(squat(105)), "strict", "shallow", "strictly not"),
        (replace(WHOLE, rested_s=7.0), DEEP, "beginner", "rested", "sat down for seven seconds"),
        (replace(WHOLE, rested_s=5.0), DEEP, "beginner", "", "a long pause is no rest"),
        (replace(WHOLE, locked=False, returned=148), DEEP, "beginner", "", "not up, but advised"),
        (
            replace(WHOLE, locked=False, returned=148),
            DEEP,
            "strict",
            "not_standing_up_fully",
            "not up",
        ),
        (WHOLE, bottom(squat(80, stride=0.5)), "beginner", "one_foot_ahead", "a lunge"),
        (WHOLE, bottom(squat(80, lean=75)), "beginner", "bent_forward", "a bow"),
        (
            WHOLE,
            bottom({**squat(80), **{i: p for i, p in squat(165).items() if "LEFT" in i.name}}),
            "beginner",
            "one_side",
            "one leg",
        ),
    ],
)
def test_why_a_movement_counts_or_not(
    movement: Movement, peaks: Peaks, level: str, reason: str, what: str
) -> None:
    found = judge_movement(SQUAT, level, states(SQUAT), peaks, movement, View.RIGHT)
    assert (found.attempt.reason if found.attempt else "") == reason, what
    assert (found.rep is None) == bool(reason)
    if found.attempt:
        evidence = found.attempt.evidence[reason]
        assert evidence.judged
        over = evidence.high is not None and evidence.value > evidence.high
        under = evidence.low is not None and evidence.value < evidence.low
        assert over or under, "an attempt says what was measured, and what it had to be"


@pytest.mark.parametrize(
    ("movement", "peaks", "what"),
    [
        (replace(WHOLE, jumped=True), DEEP, "a skeleton that jumped"),
        (replace(WHOLE, descent_deg=10.0), DEEP, "its descent was not seen"),
        (replace(WHOLE, rested_s=0.9, moved_s=0.5), DEEP, "a picture that fades into another"),
        (replace(WHOLE, start_s=2.7, bottom_s=2.8), DEEP, "quicker than anybody"),
        (WHOLE, replace(DEEP, out_s=2.1), "out of the posture for much of it"),
        (replace(WHOLE, drop=0.2, path_ratio=1.7), DEEP, "a joint misread on a body that stays"),
        (replace(WHOLE, drop=0.12), DEEP, "the same, by chance without going to and fro"),
        (replace(WHOLE, lowest=140, descent_deg=28), bottom(squat(140)), "too small to be a try"),
        (
            replace(WHOLE, lowest=130),
            bottom(squat(130, stride=0.5)),
            "a step, which bends a knee as far as a shallow squat does",
        ),
    ],
)
def test_what_is_not_worth_a_word(movement: Movement, peaks: Peaks, what: str) -> None:
    found = judge_movement(SQUAT, "beginner", states(SQUAT), peaks, movement, View.RIGHT)
    assert (found.rep, found.attempt) == (None, None), what


def _seen_at(*seconds: float, knee: float = 130.0, view: View = View.RIGHT) -> Peaks:
    """A squat to `knee` degrees of which these moments were seen, the last one from `view`."""
    peaks = Peaks()
    for t in seconds:
        bent = replace(body(squat(knee), t=t), view=view if t == seconds[-1] else View.RIGHT)
        peaks = track_peaks(cycle_of(SQUAT), peaks, Readings(bent), moving=True)
    return peaks


HIDDEN = _seen_at(1.5, 2.5)
"""Somebody walked in front of it, at its bottom."""


@pytest.mark.parametrize(
    ("movement", "peaks", "level", "what"),
    [
        (replace(WHOLE, lowest=130), HIDDEN, "beginner", "hidden at the bottom: no shallow try"),
        (
            replace(WHOLE, lowest=130),
            _seen_at(1.5, 1.6, view=View.FRONT),
            "beginner",
            "seen from elsewhere all at once",
        ),
        (
            replace(WHOLE, rested_s=9.0),
            _seen_at(1.5, 9.0, knee=80),
            "beginner",
            "hidden for long: no rest",
        ),
        (
            replace(WHOLE, locked=False, cut=True, returned=148),
            DEEP,
            "strict",
            "it ends before the top: strictly neither a rep nor a missing lockout",
        ),
    ],
)
def test_what_was_not_seen_is_no_attempt(
    movement: Movement, peaks: Peaks, level: str, what: str
) -> None:
    found = judge_movement(SQUAT, level, states(SQUAT), peaks, movement, View.RIGHT)
    assert (found.rep, found.attempt) == (None, None), what


def test_a_rep_whose_bottom_was_hidden_is_not_called_shallow() -> None:
    hidden, seen_ = _seen_at(1.5, 2.5, knee=108), _seen_at(1.5, 1.7, knee=108)
    movement = replace(WHOLE, lowest=108)
    for peaks, faults, judged in ((hidden, (), False), (seen_, ("shallow",), True)):
        rep = judge_movement(SQUAT, "beginner", states(SQUAT), peaks, movement, View.RIGHT).rep
        assert rep is not None
        assert rep.faults == faults
        assert rep.evidence["shallow"].judged is judged
        assert rep.score == (80 if faults else 100), "nor does it lose points for its range"


def test_a_bottom_that_was_seen_deep_was_deep_whatever_was_hidden() -> None:
    peaks = _seen_at(1.5, 2.5, knee=80)
    rep = judge_movement(SQUAT, "beginner", states(SQUAT), peaks, WHOLE, View.RIGHT).rep
    assert rep is not None
    assert rep.evidence["shallow"].judged


def test_a_rep_carries_its_evidence() -> None:
    found = judge_movement(
        SQUAT, "beginner", states(SQUAT, "chest_falling"), DEEP, WHOLE, View.RIGHT
    )
    rep = found.rep
    assert rep is not None
    assert rep.faults == ("chest_falling",)
    assert rep.deductions == (("chest_falling", 20),)
    assert rep.score == 80
    assert (rep.start_s, rep.bottom_s, rep.end_s) == (1.0, 2.0, 3.0)
    assert rep.range_of_motion == pytest.approx((172 - 80) / (172 - 85))
    depth = rep.evidence["shallow"]
    assert depth.value == pytest.approx(80)
    assert (depth.high, depth.unit, depth.judged) == (95.0, "deg", True)
    assert not rep.evidence["knees_caving_in"].judged, "nobody looked from the front"
    assert set(rep.evidence) == {rule.key for rule in SQUAT.faults} | {"shallow"}


def test_a_rep_that_counts_can_be_shallow() -> None:
    found = judge_movement(
        SQUAT, "beginner", states(SQUAT), bottom(squat(108)), replace(WHOLE, lowest=108), View.RIGHT
    )
    assert found.rep is not None
    assert found.rep.faults == ("shallow",)


def test_the_next_rep_starts_afresh() -> None:
    faults = states(SQUAT, "chest_falling")
    found = judge_movement(SQUAT, "beginner", faults, DEEP, WHOLE, View.RIGHT)
    assert repr(found.peaks) == repr(Peaks(top=DEEP.rising)), "only its top goes on"
    assert not any(state.hit for state in found.faults)


def test_only_the_deepest_moment_tells_one_movement_from_another() -> None:
    goal = cycle_of(SQUAT)
    peaks = Peaks()
    for knee, stride in ((150, 0.5), (80, 0.0), (140, 0.5)):
        peaks = track_peaks(goal, peaks, Readings(body(squat(knee, stride=stride))), moving=True)
    assert peaks.failed is None
    assert peaks.lowest == pytest.approx(80, abs=1)


def test_left_and_right_are_compared_from_the_front_alone() -> None:
    left = {i: p for i, p in squat(80).items() if "LEFT" in i.name}
    uneven = {**squat(110), **left}
    assert bottom(uneven, camera=FRONT).uneven == pytest.approx(30, abs=1)
    assert isnan(bottom(uneven, camera=SIDE).uneven)


REP = Rep(1, 1.0, 2.0, 3.0, 1.0)


def test_sagging_between_two_reps_belongs_to_the_first_too() -> None:
    rep = judge_support(PUSH_UP, REP, states(PUSH_UP, "hips_sagging"))
    assert rep.faults == ("hips_sagging",)
    assert rep.score == 80
    assert judge_support(PUSH_UP, rep, states(PUSH_UP, "hips_sagging")) is rep, "once"


def test_kneeling_down_after_the_last_rep_does_not_belong_to_it() -> None:
    assert judge_support(PUSH_UP, REP, states(PUSH_UP, "knees_on_floor")) is REP


def test_what_was_seen_late_brings_its_evidence() -> None:
    worst = Evidence("hips_sagging", -0.08, -0.05, None, "ratio", 3.4, View.RIGHT, 1.0)
    hit = tuple(
        replace(state, worst=worst) if state.hit else state
        for state in states(PUSH_UP, "hips_sagging")
    )
    assert judge_support(PUSH_UP, REP, hit).evidence["hips_sagging"] is worst


def test_what_sagged_all_along_did_not_only_sag_on_the_way_up() -> None:
    seen_before = Evidence(
        "hips_sagging_on_ascent", -0.1, -0.085, None, "ratio", 2.5, View.RIGHT, 1.0
    )
    rep = replace(
        REP,
        faults=("hips_sagging_on_ascent",),
        deductions=(("hips_sagging_on_ascent", 15),),
        evidence={"hips_sagging_on_ascent": seen_before},
    )
    rep = judge_support(PUSH_UP, rep, states(PUSH_UP, "hips_sagging"))
    assert rep.faults == ("hips_sagging",)
    assert rep.deductions == (("hips_sagging", 20),)


def test_an_exercise_without_reps_has_nothing_to_judge() -> None:
    with pytest.raises(TypeError, match="plank has no reps to judge"):
        judge_movement(find("plank"), "beginner", (), Peaks(), WHOLE, View.RIGHT)
