"""Which way is up: where a standing body points, and what is above the floor one rests on."""

from __future__ import annotations

from dataclasses import replace
from math import isnan

import pytest

from coach.motion.measure import OnceUpright, Side, Tilt
from coach.motion.poses.body import Body
from coach.motion.poses.joints import Joint
from coach.motion.poses.kinematics import Point
from coach.motion.poses.pose import Landmark
from coach.motion.poses.upright import STEADY_S, Upright, learn, upright
from coach.motion.poses.view import classify, turned
from exercises import find
from tests.motion.figures import (
    FRONT,
    OBLIQUE,
    SIDE,
    Camera,
    Skeleton,
    perform,
    plank,
    push_up,
    repeat,
    seen,
    squat,
)

SQUAT, PUSH_UP, PLANK = find("squat"), find("push_up"), find("plank")
STANDS = SQUAT.stands
TRUNK = Tilt(Joint.HIP, Joint.SHOULDER, side=Side.MIDDLE)
TURNS = [0.0, 45.0, 90.0, 180.0]
TILTS = [-20.0, 0.0, 20.0]


def body(
    skeleton: Skeleton,
    camera: Camera = SIDE,
    t: float = 0.0,
    hidden: frozenset[Landmark] = frozenset(),
) -> Body:
    pose = seen(t, skeleton, camera, hidden)
    return Body.of(pose, classify(turned(pose)), turned(pose))


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("down", TILTS)
def test_whoever_stood_is_measured_against_that(turn: float, down: float) -> None:
    camera = Camera(turn=turn, down=down)
    known = learn(STANDS, None, body(squat(180, lean=0), camera))
    leaning = upright(SQUAT, known, body(squat(95, lean=42), camera))
    assert TRUNK.read(leaning).value == pytest.approx(42.0, abs=1e-6)


@pytest.mark.parametrize(
    ("skeleton", "hidden", "what"),
    [
        (squat(120), frozenset(), "bent knees"),
        (squat(170, lean=60), frozenset(), "a bow"),
        (
            squat(180),
            frozenset({Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE}),
            "feet out of the picture",
        ),
    ],
)
def test_nothing_is_learned_of_who_does_not_stand(
    skeleton: Skeleton, hidden: frozenset[Landmark], what: str
) -> None:
    unclear = body(skeleton, hidden=hidden)
    assert learn(STANDS, None, unclear) is None, what
    before = Upright((0.0, -1.0, 0.0), 0.0)
    assert learn(STANDS, before, unclear) is before, what


def test_where_nobody_stands_nothing_is_learned() -> None:
    assert learn(PUSH_UP.stands, None, body(squat(180))) is None


def test_a_single_picture_sways_and_a_moved_camera_is_followed() -> None:
    before = learn(STANDS, None, body(squat(180, lean=0)))
    assert before is not None
    tilted = Camera(down=20.0)
    after = learn(STANDS, before, body(squat(180, lean=0), tilted, STEADY_S / 10))
    assert after is not None
    assert after.up[2] == pytest.approx(0.1 * -0.342, abs=0.001)
    later = learn(STANDS, after, body(squat(180, lean=0), tilted, STEADY_S * 2))
    assert later is not None
    assert later.up == pytest.approx((0.0, -0.9397, -0.342), abs=0.001)


def test_who_was_not_seen_standing_is_not_blamed_for_the_camera() -> None:
    rule = OnceUpright(TRUNK)
    leaning = body(squat(95, lean=60), Camera(turn=0.0, down=20.0))
    assert isnan(rule.read(leaning).value)
    assert rule.read(replace(leaning, up=(0.0, -1.0, 0.0))).value > 60


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("down", TILTS)
@pytest.mark.parametrize("skeleton", [plank(), push_up(170)], ids=["forearms", "hands"])
def test_the_floor_is_level_however_the_camera_is_tilted(
    skeleton: Skeleton, down: float, turn: float
) -> None:
    def heights(camera: Camera) -> list[float]:
        resting = upright(PLANK, None, body(skeleton, camera))
        return [position.measure.read(resting).value for position in PLANK.positions]

    assert heights(Camera(turn=turn, down=down)) == pytest.approx(heights(SIDE), rel=0.1)


@pytest.mark.parametrize("camera", [FRONT, SIDE, OBLIQUE], ids=["front", "side", "half turned"])
def test_hands_over_feet_are_no_floor(camera: Camera) -> None:
    standing = body(squat(180), camera)
    assert upright(PUSH_UP, None, standing).up is None
    known: Point = (0.0, -1.0, 0.0)
    assert upright(PUSH_UP, Upright(known, 0.0), standing).up == known


@pytest.mark.parametrize("down", TILTS)
@pytest.mark.parametrize("turn", [0.0, 45.0, 90.0])
def test_a_bow_is_no_squat_and_a_squat_no_bow_from_above_or_below(turn: float, down: float) -> None:
    """With the picture's upright a squat from the front was a bow for a camera that looks down by
    20 degrees, and a deadlift a squat for one that looks up."""
    camera = Camera(turn=turn, down=down)
    for bend, reps in (
        (lambda x, _: squat(x), 1),
        (lambda x, deep: squat(x, lean=75 * deep, shin=0.15), 0),
    ):
        motion, seconds = repeat(bend, [95.0])
        assert len(perform(SQUAT, motion, seconds, camera=camera).reps) == reps
