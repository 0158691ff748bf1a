"""The detector that looks closer while it sees nobody."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.motion.poses.pose import Pose
from coach.vision.pictures.part import Part, part_around, parts
from coach.vision.seeking import EVERY_S, LOST_S, SeekingDetector
from tests.motion.figures import SIDE, squat
from tests.motion.figures import seen as pose_of

STANDING = pose_of(0.0, squat(172), SIDE)
FPS = 10
SIZE = (640, 360)


def shape(part: float, size: tuple[int, int] = SIZE, x: float = 0.5) -> np.ndarray:
    """A picture with somebody of a part of its height in its middle, a white box; 0 is nobody."""
    width, height = size
    rgb = np.zeros((height, width, 3), np.uint8)
    tall = round(part * height)
    middle, top = round(x * width), (height - tall) // 2
    rgb[top : top + tall, middle - tall // 8 : middle + tall // 8] = 255
    return rgb


class SeesTheLarge:
    """Sees a white box that is no smaller than a quarter of the picture's longer side."""

    def __init__(self, *, doubtful: bool = False) -> None:
        self.pictures: list[tuple[int, ...]] = []
        self.doubtful = doubtful
        self.closed = False

    def detect(self, rgb: np.ndarray, t: float) -> Pose | None:
        self.pictures.append(rgb.shape[:2])
        rows, columns = np.nonzero(rgb[:, :, 0])
        if not rows.size or np.ptp(rows) < max(rgb.shape[:2]) / 4:
            return None
        low, high = STANDING.image.min(axis=0), STANDING.image.max(axis=0)
        image = (STANDING.image - low) / (high - low)
        height, width = rgb.shape[:2]
        image[:, 0] = (columns.min() + image[:, 0] * np.ptp(columns)) / width
        image[:, 1] = (rows.min() + image[:, 1] * np.ptp(rows)) / height
        visibility = np.full(33, 0.3 if self.doubtful else 0.9)
        return Pose.from_arrays(t, image, STANDING.world, visibility, (width, height))

    def close(self) -> None:
        self.closed = True


def watch(
    detector: SeekingDetector, picture: Callable[[float], np.ndarray], seconds: float
) -> list[Pose | None]:
    return [detector.detect(picture(i / FPS), i / FPS) for i in range(round(seconds * FPS))]


@pytest.mark.parametrize(
    ("part", "size", "x"),
    [
        pytest.param(0.3, SIZE, 0.5, id="in the middle"),
        pytest.param(0.3, SIZE, 0.12, id="at the left"),
        pytest.param(0.3, SIZE, 0.88, id="at the right"),
        pytest.param(0.16, (360, 640), 0.5, id="in an upright picture"),
    ],
)
def test_who_is_too_small_is_seen_closer_and_stays_seen(
    part: float, size: tuple[int, int], x: float
) -> None:
    inner = SeesTheLarge()
    assert inner.detect(shape(part, size, x), 0.0) is None, "as it is, nobody is seen"
    poses = watch(SeekingDetector(inner), lambda _: shape(part, size, x), 6.0)
    first = next(i for i, pose in enumerate(poses) if pose is not None)
    assert first / FPS <= 3 * EVERY_S + 0.3
    for pose in poses[first:]:
        assert pose is not None
        assert pose.size == size
        assert np.ptp(pose.pixels[:, 1]) == pytest.approx(part * size[1], abs=2), "put back"
        middle = (pose.image[:, 0].min() + pose.image[:, 0].max()) / 2
        assert middle == pytest.approx(x, abs=0.01)


def test_who_is_seen_costs_no_look_more() -> None:
    inner = SeesTheLarge()
    watch(SeekingDetector(inner), lambda _: shape(0.8), 3.0)
    assert len(inner.pictures) == 3 * FPS


def test_an_empty_picture_costs_a_look_each_half_second() -> None:
    inner = SeesTheLarge()
    assert watch(SeekingDetector(inner), lambda _: shape(0.0), 5.0) == [None] * (5 * FPS)
    more = len(inner.pictures) - 5 * FPS
    assert more == round(5 / EVERY_S) - 1
    assert len(set(inner.pictures)) == 2


def test_what_is_doubtful_is_nobody() -> None:
    """A chair, enlarged, may look like somebody."""
    inner = SeesTheLarge(doubtful=True)
    assert watch(SeekingDetector(inner), lambda _: shape(0.3), 5.0) == [None] * (5 * FPS)


def test_who_is_seen_at_another_place_each_time_is_nobody() -> None:
    places = iter([0.4, 0.6] * 200)
    seen = watch(SeekingDetector(SeesTheLarge()), lambda _: shape(0.3, x=next(places)), 5.0)
    assert seen == [None] * (5 * FPS)


def test_who_comes_closer_is_seen_all_the_way() -> None:
    inner = SeesTheLarge()
    poses = watch(SeekingDetector(inner), lambda t: shape(min(0.9, 0.25 + 0.08 * t)), 10.0)
    first = next(i for i, pose in enumerate(poses) if pose is not None)
    assert sum(pose is None for pose in poses[first:]) <= 1
    assert inner.pictures[-1] == (360, 640), "at the end the whole picture is looked at"


def test_who_moves_to_the_side_is_followed() -> None:
    poses = watch(SeekingDetector(SeesTheLarge()), lambda t: shape(0.3, x=0.5 + 0.04 * t), 10.0)
    assert all(poses[FPS:])


def test_who_is_lost_now_and_then_is_looked_for_where_they_were() -> None:
    """Just at the limit: seen in the whole picture once, then no more."""
    first = iter([0.6] + [0.5] * 99)
    poses = watch(SeekingDetector(SeesTheLarge()), lambda _: shape(next(first) * 0.8, x=0.8), 3.0)
    assert poses[0] is not None
    assert all(poses[3:]), "within two pictures, not after half a second"


def test_who_is_gone_is_no_longer_waited_for() -> None:
    inner = SeesTheLarge()
    detector = SeekingDetector(inner)
    watch(detector, lambda t: shape(0.3 if t < 3 else 0.0), 3.0 + LOST_S + 1.0)
    inner.pictures.clear()
    assert detector.detect(shape(0.8), 9.0) is not None
    assert inner.pictures == [(360, 640)]


def test_a_picture_of_another_size_is_another_stream() -> None:
    inner = SeesTheLarge()
    detector = SeekingDetector(inner)
    watch(detector, lambda _: shape(0.3), 3.0)
    assert detector.detect(shape(0.8, (360, 640)), 3.1) is not None
    assert inner.pictures[-1] == (640, 360)
    detector.close()
    assert inner.closed


@given(
    width=st.integers(2, 4000),
    height=st.integers(2, 4000),
    x=st.floats(-100, 5000),
    y=st.floats(-100, 5000),
    side=st.floats(1, 5000),
)
def test_parts_lie_inside_the_picture(
    width: int, height: int, x: float, y: float, side: float
) -> None:
    size = (width, height)
    for part in (*parts(size), part_around((x, y), side, size)):
        assert part.side >= 1
        assert 0 <= part.left <= width - part.side
        assert 0 <= part.top <= height - part.side


def test_a_pose_is_put_back_where_it_was() -> None:
    """Depth is in units of the picture's width."""
    whole = Part(100, 50, 200).put_back(STANDING, SIZE)
    assert whole.pixels[:, 0] == pytest.approx(100 + 200 * STANDING.image[:, 0])
    assert whole.pixels[:, 1] == pytest.approx(50 + 200 * STANDING.image[:, 1])
    assert whole.image[:, 2] * 640 == pytest.approx(200 * STANDING.image[:, 2])
    assert not whole.image.flags.writeable
