"""Colours are read where the clothes are."""

from __future__ import annotations

import numpy as np
import pytest

from coach.motion.poses.pose import Landmark, Pose
from coach.vision.appearance import clothes_colours
from tests.motion.figures import FRONT, seen, squat

UPPER, LOWER, LEGS, GROUND = (255, 0, 0), (0, 255, 0), (0, 0, 255), (90, 90, 90)


def dressed(pose: Pose) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Bands of colour at the heights of chest, belly and thighs."""
    width, height = pose.size
    y = pose.pixels[:, 1]
    shoulder, hip, knee = (
        int(y[joint]) for joint in (Landmark.LEFT_SHOULDER, Landmark.LEFT_HIP, Landmark.LEFT_KNEE)
    )
    picture = np.full((height, width, 3), GROUND, np.uint8)
    picture[shoulder : (shoulder + hip) // 2] = UPPER
    picture[(shoulder + hip) // 2 : hip] = LOWER
    picture[hip:knee] = LEGS
    return picture


def test_each_part_has_its_colour() -> None:
    pose = seen(0.0, squat(170), FRONT)
    assert clothes_colours(dressed(pose), pose) == pytest.approx([1, 0, 0, 0, 1, 0, 0, 0, 1])


def test_somebody_half_outside_the_picture_has_colours_too() -> None:
    pose = seen(0.0, squat(170), type(FRONT)(turn=0.0, place=(1.0, 1.3)))
    colours = clothes_colours(dressed(pose), pose)
    assert colours.shape == (9,)
    assert np.isfinite(colours).all()
