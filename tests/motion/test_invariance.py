"""The same motion is judged alike at any frame rate, size and place, in a mirror, at any hour."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from coach.motion.exercise import Exercise
from coach.motion.snapshot import Snapshot
from exercises import find
from tests.motion.figures import (
    FRONT,
    OBLIQUE,
    SIDE,
    Camera,
    Motion,
    Skeleton,
    perform,
    plank,
    push_up,
    repeat,
    squat,
)

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Case:
    """A motion of `exercise`, seen by `camera`, and what must come out of it however it is seen."""

    exercise: str
    motion: tuple[Motion, float]
    camera: Camera
    reps: tuple[tuple[str, ...], ...] = ()
    attempts: tuple[str, ...] = ()
    holds: int = 0


CASES = {
    "squats": Case("squat", repeat(lambda x, _: squat(x), [80.0] * 2), SIDE, ((), ())),
    "quick squats": Case(
        "squat",
        repeat(lambda x, _: squat(x), [80.0] * 3, seconds=1.0, rest_s=0.2),
        OBLIQUE,
        ((), (), ()),
    ),
    "chest falling": Case(
        "squat",
        repeat(lambda x, deep: squat(x, lean=5 + 61 * deep, shin=0.2), [80.0], low_s=0.5),
        SIDE,
        (("chest_falling",),),
    ),
    "knees caving in": Case(
        "squat",
        repeat(lambda x, deep: squat(x, cave=0.06 * deep), [80.0], low_s=0.5),
        FRONT,
        (("knees_caving_in",),),
    ),
    "heels lifting": Case(
        "squat",
        repeat(lambda x, deep: squat(x, heel=0.08 * deep), [80.0], low_s=0.5),
        OBLIQUE,
        (("heels_lifting",),),
    ),
    "one shallow squat": Case(
        "squat", repeat(lambda x, _: squat(x), [80.0, 125.0]), FRONT, ((),), ("shallow",)
    ),
    "a lunge": Case(
        "squat",
        repeat(lambda x, _: squat(x, stride=0.5), [80.0]),
        SIDE,
        attempts=("one_foot_ahead",),
    ),
    "push-ups": Case("push_up", repeat(lambda x, _: push_up(x), [85.0] * 2), SIDE, ((), ())),
    "sagging": Case(
        "push_up",
        repeat(lambda x, _: push_up(x, sag=0.09), [85.0] * 2),
        SIDE,
        (("hips_sagging",), ("hips_sagging",)),
    ),
    "piked": Case(
        "push_up",
        repeat(lambda x, _: push_up(x, sag=-0.12), [85.0], low_s=0.5),
        SIDE,
        (("hips_piked",),),
    ),
    "a plank that breaks": Case(
        "plank",
        (lambda t: push_up(170, sag=-0.17 if 3 < t < 6 else 0.0), 9.0),
        SIDE,
        holds=2,
    ),
    "a plank": Case("plank", (lambda _: plank(), 5.0), OBLIQUE, holds=1),
    "squats are no push-ups": Case("push_up", repeat(lambda x, _: squat(x), [80.0]), SIDE),
}


def run(case: Case, fps: float = 30.0, start: float = 0.0, **changes: object) -> Snapshot:
    motion, seconds = case.motion
    camera = replace(case.camera, **changes)
    exercise: Exercise = find(case.exercise)
    return perform(exercise, motion, seconds, camera=camera, fps=fps, start=start)


def check(case: Case, found: Snapshot) -> None:
    assert tuple(rep.faults for rep in found.reps) == case.reps
    assert tuple(attempt.reason for attempt in found.attempts) == case.attempts
    assert len(found.holds) == case.holds


every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


@every_case
@pytest.mark.parametrize("fps", [10.0, 15.0, 24.0, 60.0])
def test_at_any_frame_rate(case: Case, fps: float) -> None:
    found, usual = run(case, fps), run(case)
    check(case, found)
    assert found.hold_s == pytest.approx(usual.hold_s, abs=0.3)
    for one, other in zip(found.reps, usual.reps, strict=True):
        assert one.bottom_s == pytest.approx(other.bottom_s, abs=0.1)
        assert one.end_s == pytest.approx(other.end_s, abs=0.15)


@every_case
@pytest.mark.parametrize(
    "change",
    [
        {"mirrored": True},
        {"scale": 100.0},
        {"scale": 60.0, "place": (0.85, 0.6)},
        {"place": (0.15, 0.85), "scale": 100.0, "size": (1280, 720)},
        {"size": (360, 640), "scale": 100.0},
    ],
    ids=["mirrored", "smaller", "in a corner", "in a larger picture", "in portrait"],
)
def test_wherever_it_is_in_the_picture(case: Case, change: dict[str, object]) -> None:
    found = run(case, 20.0, **change)
    check(case, found)


@every_case
@pytest.mark.parametrize("down", [-20.0, -10.0, 10.0, 20.0])
def test_however_the_camera_is_tilted(case: Case, down: float) -> None:
    """A phone that leans on the floor looks up, a laptop on a cupboard down."""
    check(case, run(case, 20.0, down=down))


@every_case
def test_at_any_hour(case: Case) -> None:
    """The clock starts anywhere: what is found moves with it, and nothing else changes."""
    now, later = run(case, 20.0), run(case, 20.0, start=86_400.0)
    check(case, later)
    assert [rep.bottom_s - 86_400 for rep in later.reps] == pytest.approx(
        [rep.bottom_s for rep in now.reps], abs=0.06
    )


@every_case
def test_with_every_tenth_frame_lost(case: Case) -> None:
    motion, seconds = case.motion

    def blinking(t: float) -> Skeleton | None:
        return None if round(t * 30) % 10 == 4 else motion(t)

    found = perform(find(case.exercise), blinking, seconds, camera=case.camera)
    check(case, found)
