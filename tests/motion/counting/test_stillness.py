"""Holding is not moving: one who pumps holds nothing, one who stirs once goes on holding."""

from __future__ import annotations

from math import isnan, nan

import pytest

from coach.motion.counting.stillness import RESTS_S, Stillness, keep
from coach.motion.poses.body import Body
from coach.motion.poses.pose import Landmark
from coach.motion.poses.view import classify, turned
from coach.motion.readings import Readings
from exercises import find
from tests.motion.figures import FRONT, SIDE, Camera, Skeleton, dips, perform, push_up, seen

ARMS = frozenset(i for i in Landmark if "ELBOW" in i.name)


def after(elbows: list[float], hidden: frozenset[Landmark] = frozenset()) -> Stillness:
    """One body a tenth of a second, each with the elbows bent so far."""
    stillness = Stillness()
    for i, elbow in enumerate(elbows):
        pose = seen(i / 10, push_up(elbow), SIDE, hidden)
        stillness = keep(stillness, Readings(Body.of(pose, classify(turned(pose)), turned(pose))))
    return stillness


@pytest.mark.parametrize(
    ("elbows", "moved", "what"),
    [
        ([], nan, "nobody"),
        ([170.0] * 5, nan, "at rest"),
        ([170.0, 160.0, 170.0, 158.0], nan, "misread by less than two errors"),
        ([170.0, 120.0, 170.0, 170.0], nan, "misread for a moment"),
        ([170.0, 150.0, 150.0, 150.0], 0.2, "bent, and stays so"),
        ([170.0, 165.0, 160.0, 155.0, 150.0], 0.4, "bent slowly"),
        ([170.0, 150.0, 130.0, 110.0, 90.0, 90.0, 90.0], 0.4, "until it stays where it is"),
    ],
)
def test_when_a_body_moved(elbows: list[float], moved: float, what: str) -> None:
    stillness = after(elbows)
    assert stillness.moved == pytest.approx(moved, nan_ok=True), what
    if not isnan(moved):
        assert stillness.moving(moved + RESTS_S - 0.01)
        assert not stillness.moving(moved + RESTS_S + 0.01)


def test_elbows_that_nobody_sees_tell_nothing() -> None:
    assert after([170.0, 90.0], hidden=ARMS) == Stillness()


@pytest.mark.parametrize("camera", [SIDE, FRONT], ids=["side", "front"])
@pytest.mark.parametrize("seconds", [1.0, 2.0, 4.0])
@pytest.mark.parametrize("fps", [10.0, 30.0])
def test_push_ups_are_no_plank(seconds: float, camera: Camera, fps: float) -> None:
    angle, length = dips([85.0] * 5, seconds=seconds, rest_s=0.6, lead_s=0.5)
    found = perform(find("plank"), lambda t: push_up(angle(t)), length, camera=camera, fps=fps)
    assert (found.hold_s, found.fault_spans) == (0.0, ())


def test_a_plank_before_and_after_push_ups_is_held() -> None:
    angle, length = dips([85.0] * 3, lead_s=6.0)
    found = perform(find("plank"), lambda t: push_up(angle(t)), length)
    first, last = found.holds
    assert (first.start_s, first.end_s) == pytest.approx((0.0, 6.4), abs=0.2)
    assert last.end_s == pytest.approx(length, abs=0.1)
    assert last.end_s - last.start_s == pytest.approx(6.0 - RESTS_S, abs=0.3)


def test_whoever_shifts_once_goes_on_holding() -> None:
    def motion(t: float) -> Skeleton:
        return push_up(170.0 if t < 5 else 154.0)

    assert perform(find("plank"), motion, 10.0).hold_s == pytest.approx(10.0, abs=0.1)


def test_sagging_push_ups_have_no_fault_of_a_plank() -> None:
    """A fault of a hold is one of somebody who holds."""
    angle, length = dips([85.0] * 4, rest_s=0.2, lead_s=0.3)
    found = perform(find("plank"), lambda t: push_up(angle(t), sag=0.09), length)
    assert all(span.end_s < 0.8 for span in found.fault_spans), "but of the moment at the top"
