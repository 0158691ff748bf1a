"""Measures that compare a body with what it was when the movement began."""

from __future__ import annotations

from dataclasses import replace
from math import cos, isnan, radians, sin

import pytest

from coach.motion.measure import Lift, TrunkLean
from coach.motion.poses.body import Body
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import Landmark
from coach.motion.poses.view import classify, turned
from tests.motion.figures import FRONT, SIDE, Camera, Skeleton, seen, squat


def body(skeleton: Skeleton, camera: Camera = SIDE, start: Skeleton | None = None) -> Body:
    pose = seen(0.0, skeleton, camera)
    now = Body.of(pose, classify(turned(pose)), turned(pose))
    if start is None:
        return now
    up = (0.0, -cos(radians(camera.down)), -sin(radians(camera.down)))
    return replace(now, start=body(start, camera).image, up=up)


@pytest.mark.parametrize(
    ("now", "metres", "what"),
    [
        (squat(90, heel=0.07), 0.07, "the heel has risen by so much"),
        (squat(90), 0.0, "it stayed"),
        (
            {**squat(90), Landmark.RIGHT_FOOT_INDEX: (0.17, -0.05, -0.13)},
            0.0,
            "a toe that seems to sink into the floor lifts no heel",
        ),
        (
            {i: (a, up + 0.2, left) for i, (a, up, left) in squat(90).items()},
            0.0,
            "a camera that sinks moves heel and toe alike",
        ),
    ],
)
def test_a_lift_is_a_rise_since_the_movement_began(now: Skeleton, metres: float, what: str) -> None:
    lift = Lift(Joint.HEEL, Joint.TOE)
    found = lift.read(body(now, start=squat(170))).value
    assert found == pytest.approx(metres, abs=0.002), what
    assert isnan(lift.read(body(now)).value), "nobody knows where it was"


@pytest.mark.parametrize("turn", [0.0, 180.0])
@pytest.mark.parametrize("down", [-15.0, 0.0, 20.0])
@pytest.mark.parametrize("lean", [20.0, 30.0, 65.0])
def test_who_leans_looks_shorter_however_the_camera_is_tilted(
    lean: float, down: float, turn: float
) -> None:
    camera = Camera(turn=turn, down=down)
    now = body(squat(95, lean=lean), camera, start=squat(170, lean=0))
    assert TrunkLean().read(now).value == pytest.approx(lean, abs=0.01)
    assert isnan(TrunkLean().read(body(squat(95, lean=lean), camera)).value), (
        "nothing to compare with"
    )
    assert isnan(TrunkLean().read(replace(now, up=None)).value), "the camera's tilt is not known"


def test_nobody_looks_longer_than_upright() -> None:
    now = body(squat(95, lean=0), FRONT, start=squat(170, lean=20))
    assert TrunkLean().read(now).value == 0.0
