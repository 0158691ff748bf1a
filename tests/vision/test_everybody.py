"""Everybody in a picture, also beside somebody larger."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from coach.motion.poses.pose import Pose
from coach.vision.everybody import GREY, Everybody, paint_over_others
from tests.motion.people import somebody

LARGE, SMALL = 0.7, 0.3
WHITE = np.full((360, 640, 3), 255, np.uint8)


class OnlyTheLargest:
    """A detector that sees the small one only where the large one is not, as the network does."""

    def __init__(self, *there: float, sure: float = 0.98) -> None:
        self._there = there
        self._sure = sure
        self.looked = 0
        self.closed = False

    def detect_all(self, rgb: np.ndarray, t: float) -> tuple[Pose, ...]:
        self.looked += 1
        shown = [x for x in self._there if (rgb[200, round(640 * x)] == 255).all()]
        return tuple(
            replace(
                somebody(t, x, scale=150 if x == LARGE else 60).pose,
                visibility=np.full(33, self._sure),
            )
            for x in shown[:1]
        )

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize(
    ("there", "looks", "why"),
    [
        ((LARGE, SMALL), 1, "the small one is found where the large one is painted over"),
        ((LARGE,), 1, "alone, nobody is found twice"),
        ((), 0, "an empty picture is not looked at twice"),
    ],
)
def test_everybody_is_found(there: tuple[float, ...], looks: int, why: str) -> None:
    first, rest = OnlyTheLargest(*there), OnlyTheLargest(*there)
    found = Everybody(first, rest).detect_all(WHITE, 0.0)
    places = [float(pose.image[[23, 24], 0].mean()) for pose in found]
    assert places == pytest.approx(there, abs=0.03), why
    assert rest.looked == looks, why
    assert (WHITE == 255).all(), "the picture itself stays as it is"


def test_what_is_doubtful_beside_painted_places_is_nobody() -> None:
    first, rest = OnlyTheLargest(LARGE), OnlyTheLargest(LARGE, SMALL, sure=0.85)
    assert len(Everybody(first, rest).detect_all(WHITE, 0.0)) == 1
    doubtful = OnlyTheLargest(LARGE, sure=0.5)
    assert len(Everybody(doubtful, rest).detect_all(WHITE, 0.0)) == 1, "as it was without"


def test_what_is_tiny_beside_painted_places_is_nobody() -> None:
    class Tiny(OnlyTheLargest):
        def detect_all(self, rgb: np.ndarray, t: float) -> tuple[Pose, ...]:
            return (somebody(t, SMALL, scale=20).pose,)

    assert len(Everybody(OnlyTheLargest(LARGE), Tiny()).detect_all(WHITE, 0.0)) == 1


def test_both_detectors_are_closed() -> None:
    first, rest = OnlyTheLargest(), OnlyTheLargest()
    Everybody(first, rest).close()
    assert first.closed
    assert rest.closed


def test_alone_in_the_picture_nothing_is_painted() -> None:
    me, other = somebody(0.0, 0.3).pose, somebody(0.0, 0.8).pose
    white = np.full((360, 640, 3), 255, np.uint8)
    assert paint_over_others(white, me, []) is white
    painted = paint_over_others(white, me, [other])
    assert (painted[200, round(0.8 * 640)] == GREY).all()
    assert (painted[200, round(0.3 * 640)] == 255).all()
    assert (white == 255).all(), "the picture itself stays as it is"
    behind = paint_over_others(white, me, [somebody(0.0, 0.32).pose])
    assert (behind[200, round(0.3 * 640)] == 255).all(), "the person is never painted over"
