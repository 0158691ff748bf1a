"""Numbers over heads: inside the picture, and on nobody's face."""

from __future__ import annotations

import numpy as np
import pytest

from coach.motion.poses.pose import Landmark
from coach.vision.overlay.numbers import draw_people
from coach.vision.overlay.palette import GROUND
from tests.motion.figures import Camera, push_up, seen, squat


def picture() -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.full((360, 640, 3), 120, np.uint8)


def badge_rows(rgb: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> np.ndarray:
    dark = (np.abs(rgb.astype(int) - GROUND).max(axis=2) < 25).sum(axis=1)
    return np.nonzero(dark > 24)[0]


def test_the_number_stands_over_the_head() -> None:
    rgb = picture()
    pose = seen(0.0, squat(170), Camera(place=(0.5, 0.95)))
    draw_people(rgb, [pose])
    rows = badge_rows(rgb)
    assert len(rows) > 10
    assert rows.max() < pose.pixels[Landmark.NOSE, 1]


@pytest.mark.parametrize("place", [(0.0, 0.1), (1.0, 1.4), (0.5, -2.0)])
def test_somebody_at_the_edge_has_a_whole_number(place: tuple[float, float]) -> None:
    rgb = picture()
    draw_people(rgb, [seen(0.0, push_up(170), Camera(place=place))])
    assert len(badge_rows(rgb)) > 10


def test_skeletons_alone() -> None:
    plain, numbered = picture(), picture()
    poses = [seen(0.0, squat(170), Camera(place=(x, 0.95))) for x in (0.3, 0.7)]
    draw_people(plain, poses, numbered=False)
    draw_people(numbered, poses)
    assert len(badge_rows(plain)) == 0
    assert (plain != numbered).any(axis=2).sum() > 400
