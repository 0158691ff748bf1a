"""The drawn person with whom detection is checked."""

from __future__ import annotations

import numpy as np
import pytest

from coach.motion.poses.pose import Pose
from coach.vision.reference import (
    NOISE,
    Comparison,
    compare,
    recorded_landmarks,
    reference_picture,
)
from coach.vision.still_pictures import Stills
from tests.drawn_figure import figure


def seen(moved: float = 0.0) -> Pose:
    """What is to be seen, one landmark of it moved to the right."""
    image = np.zeros((33, 3))
    image[:, :2] = recorded_landmarks()
    image[20, 0] += moved
    return Pose.from_arrays(0.0, image, np.zeros((33, 3)), np.full(33, 0.9), (360, 480))


def test_the_picture_is_the_drawing():
    """A pixel at an edge may differ by OpenCV's version; no more than that."""
    off_by = np.abs(reference_picture().astype(int) - figure())
    assert (off_by.max(axis=2) > 8).mean() < 0.001


@pytest.mark.parametrize("value", [reference_picture(), recorded_landmarks()])
def test_what_is_compared_with_cannot_be_changed(value):
    with pytest.raises(ValueError, match="read-only"):
        value[0] = 0


@pytest.mark.parametrize(
    ("poses", "right", "why"),
    [
        ((), False, "nobody: a network whose answers are garbage"),
        ((seen(),), True, "the person"),
        ((seen(NOISE * 0.9),), True, "the person, rounded otherwise"),
        ((seen(NOISE * 1.1),), False, "one landmark elsewhere"),
        ((seen(), seen()), False, "two people where one is drawn"),
    ],
)
def test_what_is_right(poses, right, why):
    assert compare(poses).right is right, why


def test_nobody_is_infinitely_far():
    assert compare(()) == Comparison(0, float("inf"))


@pytest.mark.parametrize("name", ["lite", "full", "heavy"])
def test_each_model_sees_the_person(name, model_of):
    model_of(name)
    stills = Stills(name)
    comparison = compare(stills.find(reference_picture()))
    stills.close()
    assert comparison.right, comparison
