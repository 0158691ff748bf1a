"""Stills with the real full model: everybody, the same each time, from many threads at once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from coach.motion.poses.pose import Pose
from coach.vision.detector import DetectorClosedError
from coach.vision.mediapipe.landmarker import Landmarker
from coach.vision.still_pictures import Stills

Frames = list[tuple[float, npt.NDArray[np.uint8]]]
BLACK = np.zeros((240, 320, 3), np.uint8)


@pytest.fixture
def stills(full_model: bytes) -> Iterator[Stills]:
    made = Stills(load=lambda name: full_model)
    yield made
    made.close()


@pytest.fixture
def pair(squat_frames: Frames) -> npt.NDArray[np.uint8]:
    """The same person twice: on the left as filmed, on the right mirrored and two thirds as large.

    Filling the picture, as the detector finds nobody who is small in it.
    """
    person = squat_frames[0][1][:, 130:350]
    height, width = person.shape[:2]
    rows, columns = (np.arange(n * 2 // 3) * 3 // 2 for n in (height, width))
    picture = np.full((height, 2 * width, 3), 128, np.uint8)
    picture[:, :width] = person
    picture[height - len(rows) :, width : width + len(columns)] = person[:, ::-1][rows][:, columns]
    return picture


def same(a: tuple[Pose, ...], b: tuple[Pose, ...]) -> bool:
    return len(a) == len(b) and all(
        np.array_equal(x.image, y.image)
        and np.array_equal(x.world, y.world)
        and np.array_equal(x.visibility, y.visibility)
        for x, y in zip(a, b, strict=True)
    )


def test_finds_everybody_the_largest_first(stills: Stills, pair: npt.NDArray[np.uint8]) -> None:
    large, small = stills.find(pair)
    assert large.size == small.size == (pair.shape[1], pair.shape[0])
    assert large.image[0, 0] < 0.5 < small.image[0, 0]
    assert np.ptp(large.image[:, 1]) > np.ptp(small.image[:, 1])


def test_no_picture_leaves_a_trace_in_the_next(
    stills: Stills, pair: npt.NDArray[np.uint8], squat_frames: Frames
) -> None:
    first = stills.find(pair)
    assert stills.find(BLACK) == ()
    assert len(stills.find(squat_frames[-1][1])) == 1
    assert same(stills.find(pair), first)


def test_many_threads_get_what_one_gets(stills: Stills, squat_frames: Frames) -> None:
    pictures = [rgb for _, rgb in squat_frames]
    alone = [stills.find(rgb) for rgb in pictures]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(stills.find, pictures))
    assert all(same(a, b) for a, b in zip(alone, together, strict=True))


@pytest.mark.parametrize(
    "rgb",
    [np.zeros((10, 10), np.uint8), np.zeros((10, 10, 3)), np.zeros((0, 10, 3), np.uint8)],
    ids=["grey", "floats", "empty"],
)
def test_what_is_no_picture_is_told_before_a_model_is_loaded(rgb: Any) -> None:
    with pytest.raises(ValueError, match="must be"):
        Stills().find(rgb)


def test_after_close_nothing_is_found_and_nothing_kept(
    full_model: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call that runs while the others are closed gives its network back all the same."""
    closed = []
    find, close = Landmarker.in_still, Landmarker.close

    def closing(self: Landmarker, rgb: Any, longest_side: int) -> tuple[Pose, ...]:
        stills.close()
        return find(self, rgb, longest_side)

    monkeypatch.setattr(Landmarker, "in_still", closing)
    monkeypatch.setattr(Landmarker, "close", lambda self: (closed.append(self), close(self)))
    stills = Stills(load=lambda name: full_model)
    assert stills.find(BLACK) == ()
    assert len(closed) == 1
    with pytest.raises(DetectorClosedError, match="closed"):
        stills.find(BLACK)
