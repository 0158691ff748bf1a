"""Sets of a person of metres and degrees: what counts, what does not, which faults are found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.motion.exercise import Exercise
from coach.motion.poses.pose import Landmark
from coach.motion.snapshot import Snapshot
from exercises import find
from tests.motion.figures import (
    FRONT,
    OBLIQUE,
    SIDE,
    STRAIGHT,
    Bend,
    Camera,
    Skeleton,
    dips,
    perform,
    plank,
    push_up,
    repeat,
    squat,
)

pytestmark = pytest.mark.slow

SQUAT, PUSH_UP, PLANK = find("squat"), find("push_up"), find("plank")


def reasons(snapshot: Snapshot) -> list[str]:
    return [attempt.reason for attempt in snapshot.attempts]


@pytest.mark.parametrize("camera", [SIDE, OBLIQUE, FRONT], ids=["side", "oblique", "front"])
@pytest.mark.parametrize("level", ["beginner", "strict"])
def test_squats_are_counted_from_everywhere(camera: Camera, level: str) -> None:
    angle, seconds = dips([72.0] * 3)
    found = perform(SQUAT, lambda t: squat(angle(t)), seconds, camera=camera, level=level)
    assert [rep.number for rep in found.reps] == [1, 2, 3]
    assert [rep.bottom_s for rep in found.reps] == pytest.approx([2.0, 4.5, 7.0], abs=0.1)
    assert [rep.faults for rep in found.reps] == [(), (), ()]
    assert [rep.score for rep in found.reps] == [100] * 3
    assert found.attempts == ()


def test_who_turns_round_before_standing_up_is_told_so() -> None:
    """Between such reps there is no top at which it could be seen."""
    angle, seconds = dips([80.0] * 4, top=145.0, rest_s=0.0, lead_s=0.0, seconds=1.8)
    found = perform(SQUAT, lambda t: squat(172.0 if t < 0.2 else angle(t)), seconds)
    assert len(found.reps) == 4
    assert all(rep.faults == ("not_standing_up_fully",) for rep in found.reps[:3])


@pytest.mark.parametrize("turn", range(-180, 180, 15))
def test_a_clean_squat_is_clean_from_everywhere(turn: int) -> None:
    motion, seconds = repeat(lambda x, _: squat(x), [80.0], low_s=0.5)
    found = perform(SQUAT, motion, seconds, camera=Camera(turn=turn), fps=15)
    assert [rep.faults for rep in found.reps] == [()]


@pytest.mark.parametrize("camera", [SIDE, OBLIQUE, FRONT], ids=["side", "oblique", "front"])
def test_push_ups_are_counted_from_everywhere(camera: Camera) -> None:
    angle, seconds = dips([85.0] * 3)
    found = perform(PUSH_UP, lambda t: push_up(angle(t)), seconds, camera=camera)
    assert [rep.faults for rep in found.reps] == [(), (), ()]
    assert found.attempts == ()


@pytest.mark.parametrize(
    ("low_s", "reps", "what"),
    [(0.3, 2, "elbows that drop to the floor for a moment"), (4.0, 0, "a plank on the forearms")],
)
def test_forearms_on_the_floor(low_s: float, reps: int, what: str) -> None:
    motion, seconds = repeat(lambda x, _: push_up(x, tip=78), [75.0] * 2, low_s=low_s)
    assert len(perform(PUSH_UP, motion, seconds).reps) == reps, what


@pytest.mark.parametrize(
    ("bend", "reason", "what"),
    [
        (lambda x, deep: squat(x + 40 * deep), "shallow", "not deep enough"),
        (lambda x, deep: squat(x, lean=85 * deep), "bent_forward", "a bow"),
        (lambda x, deep: squat(x, stride=0.5), "one_foot_ahead", "a lunge"),
    ],
)
def test_a_movement_that_does_not_count_says_why(bend: Bend, reason: str, what: str) -> None:
    motion, seconds = repeat(bend, [80.0])
    found = perform(SQUAT, motion, seconds)
    assert found.reps == ()
    assert reasons(found) == [reason], what


def test_sitting_down_for_a_while_is_a_rest() -> None:
    angle, seconds = dips([80.0], low_s=7.0)
    found = perform(SQUAT, lambda t: squat(angle(t)), seconds)
    assert (found.reps, reasons(found)) == ((), ["rested"])


@pytest.mark.parametrize(
    ("exercise", "bend"), [(SQUAT, squat), (PUSH_UP, push_up)], ids=["squat", "push-up"]
)
@pytest.mark.parametrize("low_s", [1.0, 3.0, 5.0])
def test_a_pause_at_the_bottom_is_a_paused_rep(
    exercise: Exercise, bend: Callable[[float], Skeleton], low_s: float
) -> None:
    angle, seconds = dips([80.0] * 2, low_s=low_s)
    found = perform(exercise, lambda t: bend(angle(t)), seconds)
    assert [(rep.score, rep.faults) for rep in found.reps] == [(100, ())] * 2
    assert found.attempts == ()


@pytest.mark.parametrize(
    ("exercise", "bend"), [(SQUAT, squat), (PUSH_UP, push_up)], ids=["squat", "push-up"]
)
@pytest.mark.parametrize("fade_s", [0.2, 0.35])
@pytest.mark.parametrize("fps", [10.0, 30.0])
def test_two_photos_that_fade_into_each_other_are_no_reps(
    exercise: Exercise, bend: Callable[[float], Skeleton], fade_s: float, fps: float
) -> None:
    """Each is shown for two seconds; where one becomes the other, the skeleton runs over."""
    angle, seconds = dips([80.0] * 4, seconds=2 * fade_s, low_s=2.0, rest_s=2.0)
    found = perform(exercise, lambda t: bend(angle(t)), seconds, fps=fps)
    assert (found.reps, found.attempts) == ((), ())


def test_who_walks_does_no_squats() -> None:
    """Each step bends one knee to 100 degrees while the body crosses the picture."""
    wave, seconds = dips([100.0] * 6, seconds=1.0, rest_s=0.0)

    def walking(t: float) -> dict[Landmark, tuple[float, float, float]]:
        bent, straight = squat(wave(t), feet=0.8 * t), squat(STRAIGHT, feet=0.8 * t)
        side = "LEFT" if int(t) % 2 else "RIGHT"
        return {i: (bent if side in i.name else straight)[i] for i in Landmark}

    found = perform(SQUAT, walking, seconds, camera=Camera(place=(0.1, 0.9), scale=120))
    assert (found.reps, found.attempts) == ((), ())


FAULTS = [
    ("chest_falling", lambda x, deep: squat(x, lean=5 + 61 * deep, shin=0.2), SIDE, "leans to 66"),
    ("chest_falling", lambda x, deep: squat(x, lean=5 + 63 * deep, shin=0.2), FRONT, "leans to 68"),
    ("heels_lifting", lambda x, deep: squat(x, heel=0.08 * deep), SIDE, "heels 8 cm up"),
    ("heels_lifting", lambda x, deep: squat(x, heel=0.08 * deep), OBLIQUE, "heels 8 cm up"),
    (
        "knee_past_toe",
        lambda x, deep: squat(x, shin=0.33 + 0.25 * deep, lean=20),
        SIDE,
        "knees ahead",
    ),
    ("knees_caving_in", lambda x, deep: squat(x, cave=0.06 * deep), FRONT, "knees 6 cm in"),
    (
        "knees_caving_in",
        lambda x, deep: squat(x, cave=0.06 * deep),
        Camera(turn=10),
        "the same, not quite facing the camera",
    ),
    ("hips_shifting", lambda x, deep: squat(x, shift=0.2 * deep), FRONT, "hips 20 cm aside"),
    ("shallow", lambda x, deep: squat(x + 25 * deep), SIDE, "to 105 only"),
]


@pytest.mark.parametrize(("key", "bend", "camera", "what"), FAULTS)
def test_a_fault_of_a_squat_is_found_and_no_other(
    key: str, bend: Bend, camera: Camera, what: str
) -> None:
    motion, seconds = repeat(bend, [80.0] * 2, low_s=0.5)
    found = perform(SQUAT, motion, seconds, camera=camera)
    assert [rep.faults for rep in found.reps] == [(key,), (key,)], what
    for rep in found.reps:
        evidence = rep.evidence[key]
        assert evidence.judged
        assert evidence.high is not None
        assert evidence.value > evidence.high
        assert rep.start_s <= evidence.t <= rep.end_s
        assert rep.score == 100 - SQUAT.rule(key).points_lost
    assert SQUAT.rule(key).cue


PUSHES = [
    ("hips_sagging", lambda x, deep: push_up(x, sag=0.09), SIDE, "sags all along"),
    ("hips_piked", lambda x, deep: push_up(x, sag=-0.12), SIDE, "piked all along"),
    ("head_dropping", lambda x, deep: push_up(x, head=0.2 * deep), SIDE, "looks at the feet"),
    ("shallow", lambda x, deep: push_up(x + 30 * deep), SIDE, "to 115 only"),
]


@pytest.mark.parametrize(("key", "bend", "camera", "what"), PUSHES)
def test_a_fault_of_a_push_up_is_found_and_no_other(
    key: str, bend: Bend, camera: Camera, what: str
) -> None:
    motion, seconds = repeat(bend, [85.0] * 2, low_s=0.5)
    found = perform(PUSH_UP, motion, seconds, camera=camera)
    assert [rep.faults for rep in found.reps] == [(key,), (key,)], what


def test_push_ups_on_the_knees_are_named() -> None:
    angle, seconds = dips([85.0] * 2)
    found = perform(PUSH_UP, lambda t: push_up(angle(t), knees_down=True), seconds)
    assert len(found.reps) == 2
    assert all("knees_on_floor" in rep.faults for rep in found.reps)


def test_kneeling_down_first_is_no_fault_of_the_first_rep() -> None:
    angle, seconds = dips([85.0] * 2, lead_s=3.0)
    found = perform(PUSH_UP, lambda t: push_up(angle(t), knees_down=t < 1.5), seconds)
    assert [rep.faults for rep in found.reps] == [(), ()]


def test_arms_that_stay_bent_are_named_and_strictly_do_not_count() -> None:
    straight, seconds = dips([80.0] * 3, rest_s=1.0)
    bent, _ = dips([80.0] * 3, rest_s=1.0, top=134.0)

    def motion(t: float) -> Skeleton:
        """Straight arms until the first bottom, never again after it."""
        return push_up(straight(t) if t < 2 else bent(t))

    beginner = perform(PUSH_UP, motion, seconds)
    assert [rep.faults for rep in beginner.reps] == [("arms_not_locked_out",)] * 3
    strict = perform(PUSH_UP, motion, seconds, level="strict")
    assert strict.reps == ()
    assert set(reasons(strict)) == {"arms_not_locked_out"}


@pytest.mark.parametrize(
    ("sag", "key"), [(0.06, "hips_sagging"), (-0.17, "hips_piked"), (0.0, "")], ids=str
)
def test_a_plank_runs_in_form_alone(sag: float, key: str) -> None:
    """Five seconds good, five seconds in the fault, five good again; on straight arms."""

    def motion(t: float) -> Skeleton:
        return push_up(170, sag=sag if 5 <= t < 10 else 0.0)

    found = perform(PLANK, motion, 15.0)
    spans = [(span.key, span.start_s, span.end_s) for span in found.fault_spans]
    if not key:
        assert found.hold_s == pytest.approx(15, abs=0.2)
        assert spans == []
        return
    assert found.hold_s == pytest.approx(10, abs=0.8)
    assert [(h.start_s, h.end_s) for h in found.holds] == [
        pytest.approx((0, 5.3), abs=0.3),
        pytest.approx((10, 15), abs=0.5),
    ]
    ((fault, *when),) = spans
    assert fault == key
    assert when == pytest.approx([5, 10], abs=0.1)


def test_getting_into_a_plank_is_not_yet_holding_it() -> None:
    """The hips sink for half a second; every moment of it would pass for a plank."""

    def motion(t: float) -> Skeleton:
        return push_up(170, sag=-0.12 * max(0.0, 1 - t / 0.5))

    (hold,) = perform(PLANK, motion, 5.0).holds
    assert hold.start_s == pytest.approx(0.5, abs=0.15)
    assert hold.end_s == 5.0


def test_a_plank_on_the_knees_is_no_plank() -> None:
    found = perform(PLANK, lambda _: push_up(170, knees_down=True), 6.0)
    assert found.hold_s < 1.5
    assert "knees_on_floor" in {span.key for span in found.fault_spans}


def test_other_exercises_do_not_count() -> None:
    angle, seconds = dips([80.0] * 3)
    assert perform(PUSH_UP, lambda t: squat(angle(t)), seconds).reps == ()
    assert perform(SQUAT, lambda t: push_up(angle(t)), seconds).reps == ()
    assert perform(PLANK, lambda t: squat(angle(t)), seconds).hold_s == 0
    assert perform(PUSH_UP, lambda t: plank(), 6.0).reps == ()
