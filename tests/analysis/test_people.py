"""Who is in a picture, also where the detector overlooks them in that very one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from coach.analysis.people import people_at, to_json
from coach.arrays import FloatArray, Rgb
from coach.motion.poses.pose import Pose
from coach.motion.tracking.following import Target, target_on
from coach.video.writer import writing
from tests.motion.people import somebody

FPS = 10


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("people") / "clip.mp4"
    with writing(path) as video:
        for i in range(3 * FPS):
            video.write(i / FPS, np.full((360, 640, 3), 90, np.uint8))
    return path


class Overlooks:
    """Two people, a small one who is always seen, a large one only now and then; a third leaves."""

    def __init__(self) -> None:
        self.looked: list[float] = []

    def detect_all(self, rgb: Rgb, t: float) -> tuple[Pose, ...]:
        self.looked.append(t)
        poses = [somebody(t, 0.3, scale=100).pose]
        if round(t * FPS) % 5 == 0:
            poses.append(somebody(t, 0.7).pose)
        if t < 1.65:
            poses.append(somebody(t, 0.95, scale=80).pose)
        return tuple(poses)

    def close(self) -> None:
        """Nothing is held."""


def no_clothes(rgb: Rgb, pose: Pose) -> FloatArray:
    return np.zeros(9)


def test_everybody_who_is_there_the_largest_first(clip: Path) -> None:
    detector = Overlooks()
    scene = people_at(clip, 2.03, detector, no_clothes)
    assert scene.t == pytest.approx(2.0, abs=1e-3)
    assert [round(float(pose.image[23, 0]), 1) for pose in scene.poses] == [0.7, 0.3]
    assert min(detector.looked) >= 1.5 - 1e-3
    assert max(detector.looked) <= 2.5 + 1e-3


def test_the_json_says_where_to_point(clip: Path) -> None:
    scene = people_at(clip, 0.0, Overlooks(), no_clothes)
    told = to_json(scene)
    assert (told["t"], told["size"]) == (0.0, [640, 360])
    assert [person["number"] for person in told["people"]] == [1, 2, 3]
    for person, pose in zip(told["people"], scene.poses, strict=True):
        left, top, right, bottom = person["box"]
        assert left < person["x"] < right
        assert top < person["y"] < bottom
        assert Target(person["x"], person["y"], 0.0) == target_on(pose, 0.0)
