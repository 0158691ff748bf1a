"""Feet that stay where they are, and trunks that cannot fly."""

from __future__ import annotations

import pytest

from coach.motion.counting.planted import (
    STEADY_S,
    TRAVEL,
    Trunk,
    has_jumped,
    has_moved,
    is_moving,
    plant,
    scale,
    since_start,
)
from coach.motion.poses.body import Body
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import Landmark
from coach.motion.poses.view import classify, turned
from tests.motion.figures import FRONT, OBLIQUE, SIDE, TRUNK, Camera, Skeleton, push_up, seen, squat


def body(skeleton: Skeleton, camera: Camera = SIDE, t: float = 0.0) -> Body:
    pose = seen(t, skeleton, camera)
    return Body.of(pose, classify(turned(pose)), turned(pose))


@pytest.mark.parametrize(
    ("skeleton", "camera", "pixels", "what"),
    [
        (squat(180), SIDE, 150 * TRUNK, "a trunk's length from the side"),
        (squat(180), FRONT, 150 * 1.5 * 0.38, "the shoulders from the front"),
        (push_up(170), FRONT, 150 * 1.5 * 0.38, "also where the trunk is foreshortened"),
    ],
)
def test_the_size_of_a_body(skeleton: Skeleton, camera: Camera, pixels: float, what: str) -> None:
    assert scale(body(skeleton, camera)) == pytest.approx(pixels, rel=0.01), what


@pytest.mark.parametrize("scale_px", [40.0, 150.0, 400.0])
@pytest.mark.parametrize(
    ("metres", "moved"), [(0.0, False), (0.1, False), (TRAVEL * TRUNK * 1.1, True), (2.0, True)]
)
def test_who_walks_moves_the_feet(metres: float, moved: bool, scale_px: float) -> None:
    camera = Camera(scale=scale_px)
    origin = plant(body(squat(170), camera), Joint.ANKLE)
    assert has_moved(origin, body(squat(100, feet=metres), camera), Joint.ANKLE) is moved


def test_who_leans_to_the_camera_is_no_smaller() -> None:
    """A foot that is misread by nearly a trunk's length is believed all the same."""
    leaning = squat(80, lean=60, feet=0.68)
    origin = plant(body(squat(170), OBLIQUE), Joint.ANKLE)
    assert not has_moved(origin, body(leaning, OBLIQUE), Joint.ANKLE)
    small = plant(body(squat(80, lean=60), OBLIQUE), Joint.ANKLE)
    assert has_moved(small, body(leaning, OBLIQUE), Joint.ANKLE)


def test_the_better_seen_foot_is_watched() -> None:
    for hidden, side in ((Landmark.LEFT_ANKLE, 1), (Landmark.RIGHT_ANKLE, 0)):
        pose = seen(0.0, squat(170), SIDE, frozenset({hidden}))
        assert plant(Body.of(pose, classify(90), 90), Joint.ANKLE).side == side


def test_where_the_body_was_is_steadied() -> None:
    heel = Landmark.RIGHT_HEEL
    still, jittered = body(squat(170)), body(squat(170, heel=0.05), t=STEADY_S / 3)
    origin = plant(jittered, Joint.ANKLE, plant(still, Joint.ANKLE))
    moved = jittered.image[heel][1] - still.image[heel][1]
    assert origin.points[heel][1] - still.image[heel][1] == pytest.approx(moved / 3)
    late = body(squat(170, heel=0.05), t=2 * STEADY_S)
    assert plant(late, Joint.ANKLE, plant(still, Joint.ANKLE)).points == late.image, "long ago"


def test_a_body_knows_where_the_movement_began() -> None:
    still, now = body(squat(170)), body(squat(90), t=1.0)
    assert since_start(now, plant(still, Joint.ANKLE)).start == still.image
    assert since_start(now, None).start is None


@pytest.mark.parametrize(
    ("after_s", "metres", "jumped", "what"),
    [
        (0.033, 0.01, False, "standing still"),
        (0.033, 0.06, False, "as fast as anybody"),
        (0.033, 0.3, True, "a cut"),
        (1.0, 0.3, False, "as far in a second"),
        (0.0, 3.0, False, "no time, no speed"),
    ],
)
def test_a_trunk_that_flies_is_another_scene(
    after_s: float, metres: float, jumped: bool, what: str
) -> None:
    before = Trunk.of(body(squat(170)))
    after = body(squat(170, feet=metres), t=after_s)
    assert has_jumped(before, after) is jumped, what


def test_the_first_body_did_not_jump() -> None:
    assert not has_jumped(None, body(squat(170)))


@pytest.mark.parametrize(
    ("sag", "moving"), [(0.0, False), (0.02, False), (0.06, True), (-0.06, True)]
)
def test_hips_that_sink_or_rise_are_still_settling(sag: float, moving: bool) -> None:
    origin = Trunk.of(body(push_up(170)))
    assert is_moving(origin, body(push_up(170, sag=sag))) is moving


def test_bending_down_is_no_jump() -> None:
    before = Trunk.of(body(squat(170, lean=0)))
    assert not has_jumped(before, body(squat(170, lean=60), t=0.033)), "the hips stay"
