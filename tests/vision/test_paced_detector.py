"""The detector that looks as often as the movement needs."""

from __future__ import annotations

import numpy as np
import pytest

from coach.motion.poses.pose import Pose
from coach.vision.paced_detector import PacedDetector

RESTING = Pose.from_arrays(0.0, np.full((33, 3), 0.5), np.zeros((33, 3)), np.ones(33), (64, 36))


class Resting:
    """Sees the same person in every picture, and remembers when it was asked."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self.closed = False

    def detect(self, rgb: np.ndarray, t: float) -> Pose | None:
        self.asked.append(t)
        return Pose.from_arrays(
            t, RESTING.image, RESTING.world, RESTING.visibility, (rgb.shape[1], rgb.shape[0])
        )

    def close(self) -> None:
        self.closed = True


def watch(detector: PacedDetector, levels: list[int], fps: float = 30.0) -> list[bool]:
    """Show pictures of these grey levels; which of them were looked at."""
    pictures = (np.full((36, 64, 3), level, np.uint8) for level in levels)
    return [detector.look(rgb, i / fps).fresh for i, rgb in enumerate(pictures)]


def test_a_person_at_rest_is_looked_at_ten_times_a_second() -> None:
    inner = Resting()
    fresh = watch(PacedDetector(inner), [90] * 90)
    assert sum(fresh[30:60]) == 10
    assert len(inner.asked) == sum(fresh)


def test_every_frame_is_looked_at_where_that_is_asked_for() -> None:
    assert all(watch(PacedDetector(Resting(), every_frame=True), [90] * 30))


@pytest.mark.parametrize(
    ("level", "all_looked_at", "why"),
    [(200, True, "a cut to another scene"), (95, False, "a lamp that flickers")],
)
def test_a_change_of_scene_is_looked_at(level: int, all_looked_at: bool, why: str) -> None:
    fresh = watch(PacedDetector(Resting()), [90] * 60 + [level] * 10)
    assert all(fresh[60:70]) is all_looked_at, why


def test_a_picture_of_another_size_is_another_scene() -> None:
    detector = PacedDetector(Resting())
    watch(detector, [90] * 60)
    assert detector.look(np.full((64, 36, 3), 90, np.uint8), 2.01).fresh


def test_closing_closes_the_detector() -> None:
    inner = Resting()
    PacedDetector(inner).close()
    assert inner.closed


@pytest.mark.parametrize("every_frame", [False, True])
def test_a_busy_machine_looks_no_more_often_than_it_can(every_frame: bool) -> None:
    inner = Resting()
    detector = PacedDetector(inner, every_frame=every_frame)
    for i in range(60):
        detector.look(np.full((36, 64, 3), 200 * (i % 2), np.uint8), i / 30, 0.128)
    gaps = np.diff(inner.asked)
    assert gaps.min() >= 0.128
    assert gaps.max() < 0.17, "a cut at every picture is looked at as soon as it may be"


def test_the_newest_pose_is_carried_along_for_pictures_that_were_not_looked_at() -> None:
    detector = PacedDetector(Resting(), every_frame=True)
    assert detector.carried(0.0) is None
    for i in range(3):
        pose = detector.look(np.full((36, 64, 3), i, np.uint8), i / 30).pose
    assert detector.carried(2 / 30) is pose
    later = detector.carried(2 / 30 + 0.02)
    assert later is not None
    assert later.t == pytest.approx(2 / 30 + 0.02)
