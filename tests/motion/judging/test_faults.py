"""Faults over time: a limit with a grey zone, persistence, an end, the person's own value."""

from __future__ import annotations

from dataclasses import replace
from math import isnan

import pytest

from coach.motion.exercise import FRONTS, MOVING, Fault, Limit
from coach.motion.judging.faults import (
    CLEAN_REPS,
    CLEARS_S,
    UNSEEN_S,
    FaultState,
    advance_fault,
    collect,
    forget,
    lapse,
    spans,
)
from coach.motion.measure import Side, Tilt
from coach.motion.poses.body import Body
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import Landmark
from coach.motion.poses.view import classify, turned
from coach.motion.readings import Readings
from coach.motion.snapshot import Phase, View
from tests.motion.figures import SIDE, Camera, seen, squat

TRUNK = Tilt(Joint.HIP, Joint.SHOULDER, side=Side.MIDDLE)
CHEST = Fault(
    key="chest_falling",
    title="Chest falling",
    cue="Chest up",
    corrected="Chest is up",
    measure=TRUNK,
    source="this test",
    high=Limit(50.0, 40.0),
    margin=3.0,
    persist_s=0.3,
)
DOWN = Phase.DESCENT


def body(t: float, lean: float, camera: Camera = SIDE, *, hidden: bool = False) -> Readings:
    joints = {Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER}
    pose = seen(t, squat(100, lean=lean), camera, frozenset(joints if hidden else ()))
    return Readings(Body.of(pose, classify(turned(pose)), turned(pose)))


def watch(
    leans: list[tuple[float, float]],
    fault: Fault = CHEST,
    *,
    level: str = "beginner",
    phase: Phase = DOWN,
    masked: bool = False,
    fps: float = 30.0,
    camera: Camera = SIDE,
    hidden: bool = False,
    clean: int = 0,
) -> FaultState:
    """The state after (seconds, degrees) one after the other; clean: reps without it before."""
    state, i = FaultState(clean=clean), 0
    for seconds, lean in leans:
        for _ in range(round(seconds * fps)):
            now = body(i / fps, lean, camera, hidden=hidden)
            state = advance_fault(fault, level, state, now, phase, masked)
            i += 1
    return state


@pytest.mark.parametrize("fps", [10.0, 30.0, 60.0])
@pytest.mark.parametrize(
    ("leans", "active", "hit", "what"),
    [
        ([(2, 45)], False, False, "inside the limit"),
        ([(2, 51)], True, True, "beyond it"),
        ([(0.2, 60)], False, False, "for a moment only"),
        ([(0.2, 60), (0.1, 45), (0.2, 60)], False, False, "for two moments"),
        ([(1, 60), (0.1, 45)], True, True, "nor by a moment inside"),
        ([(1, 60), (1, 45)], False, True, "it ends inside, and is not forgotten"),
    ],
)
def test_a_fault_begins_late_and_ends_late(
    leans: list[tuple[float, float]], active: bool, hit: bool, what: str, fps: float
) -> None:
    state = watch(leans, fps=fps)
    assert (state.active, state.hit) == (active, hit), what


@pytest.mark.parametrize(
    ("clean", "lean", "active", "what"),
    [
        (0, 52, True, "in the grey zone, of somebody unknown"),
        (CLEAN_REPS - 1, 52, True, "after few clean reps"),
        (CLEAN_REPS, 52, False, "after several: that one is an error of measurement"),
        (CLEAN_REPS, 55, True, "but not so large a one"),
    ],
)
def test_who_did_several_reps_well_is_believed(
    clean: int, lean: float, active: bool, what: str
) -> None:
    assert watch([(1, lean)], clean=clean).active is active, what


def test_a_fault_in_progress_does_not_end_in_the_grey_zone() -> None:
    assert watch([(1, 60), (1, 52)], clean=CLEAN_REPS).active


def test_clean_reps_are_counted_where_the_fault_could_be_seen() -> None:
    state = FaultState()
    for lean, clean in ((30, 1), (30, 2), (60, 0), (30, 1)):
        worst = watch([(1, lean)])
        state, _ = collect(replace(worst, clean=state.clean), CHEST, 1.0, View.RIGHT)
        assert state.clean == clean
    state, _ = collect(FaultState(clean=1), CHEST, 1.0, View.FRONT)
    assert state.clean == 1, "an unseen rep proves nothing"


def test_a_strict_level_says_it_sooner() -> None:
    assert not watch([(1, 46)]).active
    assert watch([(1, 46)], level="strict").active


def test_a_lower_limit() -> None:
    upright = replace(CHEST, high=None, low=Limit(20.0, 30.0))
    assert watch([(1, 10)], upright).active
    assert not watch([(1, 18)], upright, clean=CLEAN_REPS).active, "in the grey zone"
    assert not watch([(1, 80)], upright).active


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"camera": Camera(turn=0)}, "a view that does not show it"),
        ({"hidden": True}, "joints that are not seen"),
        ({"phase": Phase.TOP}, "another phase"),
        ({"masked": True}, "another rule says the same better"),
    ],
)
def test_a_rule_abstains(change: dict[str, object], what: str) -> None:
    side_only = replace(CHEST, views=frozenset({View.RIGHT}))
    state = watch([(2, 80)], side_only, **change)
    assert not state.active, what
    _, evidence = collect(state, side_only, 1.0, View.FRONT)
    assert not evidence.judged
    assert isnan(evidence.value)


def test_spans_tell_from_when_to_when() -> None:
    state = watch([(1, 30), (1, 60), (1, 30), (1, 60)])
    (first, second) = spans(state, 5.0)
    assert first == pytest.approx((1.0, 2.0), abs=0.05)
    assert second == pytest.approx((3.0, 5.0), abs=0.05), "the one in progress runs until now"


def test_the_evidence_is_of_the_worst_moment() -> None:
    state, evidence = collect(watch([(1, 40), (0.1, 70), (1, 20)]), CHEST, 9.0, View.FRONT)
    assert evidence.judged
    assert evidence.value == pytest.approx(70)
    assert (evidence.low, evidence.high, evidence.unit) == (None, 50.0, "deg")
    assert evidence.t == pytest.approx(1.0, abs=0.1)
    assert evidence.view is View.RIGHT
    _, again = collect(state, CHEST, 9.0, View.FRONT)
    assert not again.judged, "each rep has its own"


ALWAYS = replace(CHEST, phases=MOVING | {Phase.TOP})


def test_what_goes_on_at_the_top_is_in_the_next_rep_too() -> None:
    state, _ = collect(watch([(1, 60)], ALWAYS), ALWAYS, 1.0, View.RIGHT)
    assert state.hit
    state, _ = collect(watch([(1, 60), (1, 30)], ALWAYS), ALWAYS, 1.0, View.RIGHT)
    assert not state.hit
    state, _ = collect(watch([(1, 60)]), CHEST, 1.0, View.RIGHT)
    assert not state.hit, "what is judged while moving alone belongs to its own rep"


def test_what_was_over_before_a_movement_is_forgotten() -> None:
    assert not forget(ALWAYS, watch([(1, 60), (1, 30)], ALWAYS)).hit
    assert forget(ALWAYS, watch([(1, 60)], ALWAYS)).hit


@pytest.mark.parametrize(
    ("moving_s", "top_s", "hit", "what"),
    [
        (0.2, 0.2, True, "begun on the way, and still so at the top"),
        (0.2, 0.0, False, "over before it lasted"),
        (0.0, 1.0, False, "at the top alone: not this rule's"),
    ],
)
def test_what_began_while_moving_may_last_into_the_top(
    moving_s: float, top_s: float, hit: bool, what: str
) -> None:
    state = watch([(moving_s, 60)])
    for i in range(round(top_s * 30)):
        now = body(moving_s + i / 30, 60)
        state = advance_fault(CHEST, "beginner", state, now, Phase.TOP, masked=False)
    assert state.hit is hit, what


def test_what_is_not_seen_any_more_ends_when_it_was_last_seen() -> None:
    state = watch([(1, 60)])
    last = state.last_t
    assert lapse(state, last + UNSEEN_S - 0.1).active, "a short gap"
    gone = lapse(state, last + UNSEEN_S)
    assert not gone.active
    assert spans(gone, 99.0) == ((0.0, last),)
    assert gone.hit


def test_two_moments_with_a_gap_between_are_no_persistence() -> None:
    state = FaultState()
    for t in (0.0, 5.0, 10.0):
        state = advance_fault(CHEST, "beginner", state, body(t, 60), DOWN, masked=False)
        assert not state.active


def test_hidden_joints_end_a_fault_too() -> None:
    state = watch([(1, 60)])
    for i in range(30):
        now = body(1 + i / 30, 60, hidden=True)
        state = advance_fault(CHEST, "beginner", state, now, DOWN, masked=False)
    assert not state.active
    (span,) = spans(state, 9.0)
    assert span[1] == pytest.approx(1.0, abs=CLEARS_S)


OWN = replace(CHEST, relative_to_baseline=True, high=Limit(20.0, 15.0), margin=0.0)


def bow(leans: list[tuple[float, float, Phase]], fault: Fault = OWN) -> FaultState:
    state, i = FaultState(), 0
    for seconds, lean, phase in leans:
        for _ in range(round(seconds * 30)):
            now = body(i / 30, lean)
            state = advance_fault(fault, "beginner", state, now, phase, masked=False)
            i += 1
    return state


@pytest.mark.parametrize(
    ("leans", "active", "what"),
    [
        ([(1, 5, Phase.TOP), (1, 30, DOWN)], True, "leans far more than standing"),
        ([(1, 15, Phase.TOP), (1, 30, DOWN)], False, "who leans always leans no further"),
        ([(1, 15, Phase.TOP), (1, 40, DOWN)], True, "but can"),
        ([(1, 60, DOWN)], False, "never seen standing: nobody knows"),
        ([(0.1, 5, Phase.TOP), (1, 30, DOWN)], False, "seen standing for too short a time"),
    ],
)
def test_a_rule_against_the_persons_own_value(
    leans: list[tuple[float, float, Phase]], active: bool, what: str
) -> None:
    assert bow(leans).active is active, what


def test_the_own_value_is_believed_inside_its_bounds_only() -> None:
    bounded = replace(OWN, baseline_within=(0.0, 10.0))
    leans = [(1.0, 20, Phase.TOP), (1.0, 35, DOWN)]
    assert not bow(leans).active
    assert bow(leans, bounded).active


def test_a_front_only_rule_judges_the_front() -> None:
    front = replace(CHEST, views=FRONTS)
    assert watch([(1, 60)], front, camera=Camera(turn=0)).active
