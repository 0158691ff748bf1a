"""Faults over time: a limit with a grey zone, persistence, an end, the person's own value."""

from __future__ import annotations

from dataclasses import replace
from math import isnan

import pytest

from coach.motion.body import Body
from coach.motion.exercise import FRONTS, MOVING, Fault, Limit
from coach.motion.faults import CLEARS_S, UNSEEN_S, FaultState, advance_fault, collect, lapse, spans
from coach.motion.joints import Joint
from coach.motion.measure import Lift, Side, Tilt
from coach.motion.pose import Landmark
from coach.motion.snapshot import Phase, View
from coach.motion.view import classify, turned
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


def body(t: float, lean: float, camera: Camera = SIDE, *, hidden: bool = False) -> Body:
    joints = {Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER}
    pose = seen(t, squat(100, lean=lean), camera, frozenset(joints if hidden else ()))
    return Body.of(pose, classify(turned(pose)), turned(pose))


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
) -> FaultState:
    """The state after (seconds, degrees) one after the other."""
    state, i = FaultState(), 0
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
        ([(2, 52)], False, False, "in the grey zone of measurement error"),
        ([(2, 60)], True, True, "beyond it"),
        ([(0.2, 60)], False, False, "for a moment only"),
        ([(0.2, 60), (0.1, 45), (0.2, 60)], False, False, "for two moments"),
        ([(1, 60), (1, 52)], True, True, "it does not end in the grey zone"),
        ([(1, 60), (0.1, 45)], True, True, "nor by a moment inside"),
        ([(1, 60), (1, 45)], False, True, "it ends inside, and is not forgotten"),
    ],
)
def test_a_fault_begins_late_and_ends_late(
    leans: list[tuple[float, float]], active: bool, hit: bool, what: str, fps: float
) -> None:
    state = watch(leans, fps=fps)
    assert (state.active, state.hit) == (active, hit), what


def test_a_strict_level_says_it_sooner() -> None:
    assert not watch([(1, 46)]).active
    assert watch([(1, 46)], level="strict").active


def test_a_lower_limit() -> None:
    upright = replace(CHEST, high=None, low=Limit(20.0, 30.0))
    assert watch([(1, 10)], upright).active
    assert not watch([(1, 18)], upright).active, "in the grey zone"
    assert not watch([(1, 80)], upright).active


def test_another_limit_from_the_front() -> None:
    rule = replace(CHEST, high_front=Limit(30.0, 30.0))
    assert watch([(1, 40)], rule, camera=Camera(turn=0)).active
    assert not watch([(1, 40)], rule).active


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
    state = watch([(2, 80)], side_only, **change)  # type: ignore[arg-type]
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


def test_a_fault_in_progress_is_in_the_next_rep_too() -> None:
    state, _ = collect(watch([(1, 60)]), CHEST, 1.0, View.RIGHT)
    assert state.hit
    state, _ = collect(watch([(1, 60), (1, 30)]), CHEST, 1.0, View.RIGHT)
    assert not state.hit


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


HEELS = Fault(
    key="heels_lifting",
    title="Heels lifting",
    cue="Heels down",
    corrected="Heels stay down",
    measure=Lift(Joint.HEEL, Joint.TOE),
    source="this test",
    own=True,
    high=Limit(0.045, 0.035),
    margin=0.005,
    phases=MOVING,
)


def lift(
    heels: list[tuple[float, float, Phase]], fault: Fault = HEELS, camera: Camera = SIDE
) -> FaultState:
    state, i = FaultState(), 0
    for seconds, metres, phase in heels:
        for _ in range(round(seconds * 30)):
            pose = seen(i / 30, squat(120, heel=metres), camera)
            now = Body.of(pose, classify(turned(pose)), turned(pose))
            state = advance_fault(fault, "beginner", state, now, phase, masked=False)
            i += 1
    return state


@pytest.mark.parametrize(
    ("heels", "active", "what"),
    [
        ([(1, 0.0, Phase.TOP), (1, 0.06, DOWN)], True, "lifted"),
        ([(1, 0.06, Phase.TOP), (1, 0.07, DOWN)], False, "shoes with heels lift nothing"),
        ([(1, 0.06, Phase.TOP), (1, 0.13, DOWN)], True, "but can be lifted"),
        ([(1, 0.13, DOWN)], False, "never seen standing: nobody knows"),
        ([(0.1, 0.0, Phase.TOP), (1, 0.06, DOWN)], False, "seen standing for too short a time"),
    ],
)
def test_a_rule_against_the_persons_own_value(
    heels: list[tuple[float, float, Phase]], active: bool, what: str
) -> None:
    assert lift(heels).active is active, what


def test_the_own_value_is_believed_inside_its_bounds_only() -> None:
    bounded = replace(HEELS, own_within=(0.0, 0.03))
    heels = [(1.0, 0.06, Phase.TOP), (1.0, 0.08, DOWN)]
    assert not lift(heels).active
    assert lift(heels, bounded).active


def test_a_front_only_rule_judges_the_front() -> None:
    front = replace(CHEST, views=FRONTS)
    assert watch([(1, 60)], front, camera=Camera(turn=0)).active
