"""Each measure reads the number that the figure was built with, and nothing where it cannot."""

from __future__ import annotations

from dataclasses import replace
from math import isnan

import numpy as np
import pytest

from coach.motion.measure import (
    Ahead,
    Angle,
    Asymmetry,
    ByView,
    Difference,
    FirstSeen,
    KneeValgus,
    Lift,
    Measure,
    Offset,
    OnceUpright,
    PelvisShift,
    Rise,
    Side,
    StepLength,
    Tilt,
    TrunkLean,
)
from coach.motion.poses.body import Body, Space
from coach.motion.poses.joints import Joint
from coach.motion.poses.pose import Landmark, Pose
from coach.motion.poses.view import classify, turned
from tests.motion.figures import (
    FRONT,
    OBLIQUE,
    SIDE,
    Camera,
    Skeleton,
    plank,
    push_up,
    seen,
    squat,
)

KNEE = Angle(Joint.HIP, Joint.KNEE, Joint.ANKLE)
ELBOW = Angle(Joint.SHOULDER, Joint.ELBOW, Joint.WRIST)
TRUNK = Tilt(Joint.HIP, Joint.SHOULDER)
LINE = Offset(Joint.HIP, Joint.SHOULDER, Joint.ANKLE)
EVERY: tuple[Measure, ...] = (
    KNEE,
    TRUNK,
    LINE,
    FirstSeen((LINE,)),
    Rise(Joint.HIP, Joint.KNEE, (Joint.HIP, Joint.KNEE)),
    Lift(Joint.HEEL, Joint.TOE),
    Ahead(Joint.KNEE, Joint.TOE, (Joint.KNEE, Joint.ANKLE)),
    KneeValgus(),
    PelvisShift(),
    Asymmetry(KNEE),
    Difference(TRUNK, TRUNK),
    StepLength(),
    TrunkLean(),
    OnceUpright(TRUNK),
    ByView(front=KNEE, elsewhere=KNEE),
)


def body(
    skeleton: Skeleton,
    camera: Camera = SIDE,
    hidden: frozenset[Landmark] = frozenset(),
    start: Skeleton | None = None,
) -> Body:
    """start: where the movement began, for the measures that compare with it."""
    pose = seen(0.0, skeleton, camera, hidden)
    now = Body.of(pose, classify(turned(pose)), turned(pose))
    return now if start is None else replace(now, start=body(start, camera).image)


def lifted(skeleton: Skeleton, landmark: Landmark, metres: float) -> Skeleton:
    ahead, up, left = skeleton[landmark]
    return {**skeleton, landmark: (ahead, up + metres, left)}


CASES = [
    (KNEE, squat(95), SIDE, 95.0, "the knee, from the side"),
    (KNEE, squat(95), FRONT, 95.0, "the knee in the world, from the front"),
    (replace(KNEE, space=Space.IMAGE), squat(95), SIDE, 95.0, "the knee in the picture"),
    (ELBOW, push_up(95), OBLIQUE, 95.0, "the elbow"),
    (replace(TRUNK, side=Side.MIDDLE), squat(95, lean=42), SIDE, 42.0, "the trunk leans"),
    (Difference(TRUNK, TRUNK), squat(95), SIDE, 0.0, "no difference to itself"),
    (LINE, push_up(160, sag=0.08), SIDE, -0.08, "sagging hips are below the line"),
    (LINE, push_up(160, sag=-0.08), Camera(turn=-90), 0.08, "piked ones above, facing left too"),
    (LINE, plank(sag=0.05), SIDE, -0.05, "on the forearms too"),
    (Rise(Joint.HIP, Joint.KNEE, (Joint.HIP, Joint.KNEE)), squat(180), SIDE, 1.0, "thigh upright"),
    (Rise(Joint.KNEE, Joint.HIP, (Joint.HIP, Joint.KNEE)), squat(180), SIDE, -1.0, "turned over"),
    (Ahead(Joint.TOE, Joint.ANKLE, (Joint.KNEE, Joint.ANKLE)), squat(90), SIDE, 0.17 / 0.42, "toe"),
    (
        Ahead(Joint.TOE, Joint.ANKLE, (Joint.KNEE, Joint.ANKLE)),
        squat(90),
        Camera(turn=-90),
        0.17 / 0.42,
        "ahead is where the person faces",
    ),
    (Asymmetry(KNEE), squat(90), FRONT, 0.0, "both knees alike"),
]


@pytest.mark.parametrize(("measure", "skeleton", "camera", "value", "what"), CASES)
def test_a_measure_reads_what_is_there(
    measure: Measure, skeleton: Skeleton, camera: Camera, value: float, what: str
) -> None:
    found = measure.read(body(skeleton, camera))
    assert found.value == pytest.approx(value, abs=1e-6), what
    assert found.visibility == pytest.approx(0.98)


@pytest.mark.parametrize("measure", [LINE, Ahead(Joint.KNEE, Joint.TOE, (Joint.KNEE, Joint.ANKLE))])
def test_from_the_front_nobody_sees_what_only_the_side_shows(measure: Measure) -> None:
    assert isnan(measure.read(body(squat(90), FRONT)).value)


@pytest.mark.parametrize("measure", [KneeValgus(), PelvisShift(), TrunkLean()])
@pytest.mark.parametrize("camera", [SIDE, OBLIQUE])
def test_from_the_side_nobody_sees_what_only_the_front_shows(
    measure: Measure, camera: Camera
) -> None:
    assert isnan(measure.read(body(squat(90), camera)).value)


@pytest.mark.parametrize("turn", [0.0, 180.0])
@pytest.mark.parametrize("knee", [90.0, 170.0])
def test_knees_inwards_are_positive_and_outwards_negative(knee: float, turn: float) -> None:
    camera = Camera(turn=turn)
    inwards, straight, outwards = (
        KneeValgus().read(body(squat(knee, cave=metres), camera)).value
        for metres in (0.05, 0.0, -0.05)
    )
    assert straight == pytest.approx(0, abs=1e-6)
    assert inwards > 10
    assert outwards == pytest.approx(-inwards)


@pytest.mark.parametrize("turn", [-20.0, -5.0, 10.0, 20.0])
def test_knees_that_only_look_inwards_from_aside_are_straight(turn: float) -> None:
    camera = Camera(turn=turn)
    assert KneeValgus().read(body(squat(80), camera)).value == pytest.approx(0, abs=0.1)
    assert KneeValgus().read(body(squat(80, cave=0.05), camera)).value > 12


def test_one_knee_inwards_is_half_as_much_as_both() -> None:
    ahead, up, left = squat(90)[Landmark.LEFT_KNEE]
    one = {**squat(90), Landmark.LEFT_KNEE: (ahead, up, left - 0.05)}
    both = KneeValgus().read(body(squat(90, cave=0.05), FRONT)).value
    assert KneeValgus().read(body(one, FRONT)).value == pytest.approx(both / 2)


def test_hips_to_the_left_are_to_the_right_in_the_picture() -> None:
    found = PelvisShift().read(body(squat(90, shift=0.19), FRONT)).value
    assert found == pytest.approx(0.19 / 0.38), "half of the shoulders' width"


@pytest.mark.parametrize("turn", [0.0, 30.0, 60.0, 90.0, -90.0])
def test_a_step_ahead_is_seen_from_everywhere(turn: float) -> None:
    apart = StepLength().read(body(squat(170, stride=0.3), Camera(turn=turn))).value
    assert apart == pytest.approx(0.34, abs=0.01)
    assert StepLength().read(body(squat(170), Camera(turn=turn))).value == pytest.approx(
        0, abs=1e-6
    )


@pytest.mark.parametrize(
    ("side", "value", "what"),
    [
        (Side.NEAR, 100.0, "the right one is nearer"),
        (Side.BOTH, 90.0, "the mean of two seen alike"),
        (Side.SMALLER, 80.0, "the more bent one"),
        (Side.LARGER, 100.0, "the less bent one"),
    ],
)
def test_two_sides_become_one_value(side: Side, value: float, what: str) -> None:
    left = {i: p for i, p in squat(80).items() if "LEFT" in i.name}
    both = body({**squat(100), **left})
    assert replace(KNEE, side=side).read(both).value == pytest.approx(value), what


def test_a_hidden_side_hardly_counts() -> None:
    left = {i: p for i, p in squat(80).items() if "LEFT" in i.name}
    both = body({**squat(100), **left}, hidden=frozenset({Landmark.LEFT_KNEE}))
    found = KNEE.read(both)
    assert found.value == pytest.approx(100, abs=0.3)
    assert found.visibility == pytest.approx(0.98)
    for side in (Side.LARGER, Side.SMALLER):
        assert replace(KNEE, side=side).read(both).visibility == pytest.approx(0.1), "needs both"


def test_the_first_measure_that_is_seen_is_taken() -> None:
    to_ankle, to_knee = LINE, Offset(Joint.HIP, Joint.SHOULDER, Joint.KNEE)
    both = FirstSeen((to_ankle, to_knee))
    feet = frozenset({Landmark.RIGHT_ANKLE, Landmark.LEFT_ANKLE})
    hips = frozenset({Landmark.RIGHT_HIP, Landmark.LEFT_HIP})
    skeleton = push_up(160, sag=0.08)
    assert both.read(body(skeleton)) == to_ankle.read(body(skeleton))
    assert both.read(body(skeleton, hidden=feet)) == to_knee.read(body(skeleton, hidden=feet))
    assert both.read(body(skeleton, hidden=hips)).visibility == pytest.approx(0.1)


def test_where_none_is_seen_well_the_best_is_taken() -> None:
    to_ankle, to_knee = LINE, Offset(Joint.HIP, Joint.SHOULDER, Joint.KNEE)
    now = body(push_up(160, sag=0.08))
    dim = list(now.seen)
    for knee in Joint.KNEE.value:
        dim[knee] = 0.4
    for ankle in Joint.ANKLE.value:
        dim[ankle] = 0.6
    now = replace(now, seen=tuple(dim))
    assert FirstSeen((to_ankle, to_knee), visible=0.8).read(now) == to_ankle.read(now)


def test_one_measure_from_the_front_and_another_from_elsewhere() -> None:
    flat = replace(KNEE, space=Space.IMAGE)
    either = ByView(front=KNEE, elsewhere=flat)
    assert either.read(body(squat(95), FRONT)).value == pytest.approx(95)
    for camera in (SIDE, OBLIQUE):
        assert either.read(body(squat(95), camera)) == flat.read(body(squat(95), camera))


def test_left_and_right_are_compared() -> None:
    left = {i: p for i, p in squat(80).items() if "LEFT" in i.name}
    assert Asymmetry(KNEE).read(body({**squat(100), **left})).value == pytest.approx(20)


@pytest.mark.parametrize("measure", EVERY, ids=lambda m: type(m).__name__)
@pytest.mark.parametrize("camera", [FRONT, SIDE], ids=["front", "side"])
def test_a_body_without_size_is_unknown_and_no_error(measure: Measure, camera: Camera) -> None:
    turn = np.array([[0.0, 0, 0]] * 33)
    pose = Pose.from_arrays(0.0, turn, turn, np.ones(33), (640, 360))
    view = classify(camera.turn)
    found = measure.read(Body.of(pose, view, camera.turn)).value
    assert isnan(found) or found == 0


@pytest.mark.parametrize("measure", EVERY, ids=lambda m: type(m).__name__)
def test_a_measure_says_its_unit_and_its_joints(measure: Measure) -> None:
    assert measure.unit in {"deg", "ratio", "m"}
    assert set(measure.joints) <= set(Joint)
    assert measure.joints


@pytest.mark.parametrize("measure", EVERY, ids=lambda m: type(m).__name__)
@pytest.mark.parametrize("camera", [FRONT, SIDE, OBLIQUE], ids=["front", "side", "oblique"])
def test_a_measure_does_not_know_where_in_the_picture_it_is_read(
    measure: Measure, camera: Camera
) -> None:
    skeleton = lifted(squat(100, heel=0.03, cave=0.02, shift=0.05), Landmark.LEFT_HEEL, 0.01)
    there = replace(camera, scale=camera.scale / 3, place=(0.3, 0.6))
    upright = replace(camera, size=(360, 640))
    here = measure.read(body(skeleton, camera, start=squat(170))).value
    for other in (there, upright):
        found = measure.read(body(skeleton, other, start=squat(170))).value
        assert found == pytest.approx(here, nan_ok=True)


@pytest.mark.parametrize("measure", EVERY, ids=lambda m: type(m).__name__)
@pytest.mark.parametrize("camera", [FRONT, SIDE, OBLIQUE], ids=["front", "side", "oblique"])
def test_a_measure_reads_the_same_in_a_mirror(measure: Measure, camera: Camera) -> None:
    skeleton = squat(100, heel=0.03, cave=0.02)
    here = measure.read(body(skeleton, camera, start=squat(170))).value
    there = replace(camera, mirrored=True)
    mirrored = measure.read(body(skeleton, there, start=squat(170))).value
    assert mirrored == pytest.approx(here, nan_ok=True, abs=1e-9)
