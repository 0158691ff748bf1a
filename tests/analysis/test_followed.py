"""One of two people, from the first picture on, and no picture looked at twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pytest

from coach.analysis.followed import FollowedDetector
from coach.arrays import FloatArray, Rgb
from coach.files.errors import FileError
from coach.motion.poses.pose import Pose
from coach.motion.tracking.following import NEAR_S, TARGET, Target, target_of
from tests.motion.people import somebody

FPS = 15
PICTURE = np.zeros((360, 640, 3), np.uint8)
SIZE = (640, 360)


def left(t: float) -> float:
    return 0.2 + 0.15 * t


def right(t: float) -> float:
    return 0.8 - 0.15 * t


class TwoWhoCross:
    """A detector whose answers come in turns of order."""

    def __init__(self) -> None:
        self.looked: list[float] = []
        self.closed = False

    def detect_all(self, rgb: Rgb, t: float) -> tuple[Pose, ...]:
        self.looked.append(t)
        poses = (somebody(t, left(t)).pose, somebody(t, right(t)).pose)
        return poses if len(self.looked) % 2 else poses[::-1]

    def close(self) -> None:
        self.closed = True


class Nobody:
    """A second detector that finds nobody: what the first one found has to do."""

    def detect(self, rgb: Rgb, t: float) -> Pose | None:
        return None

    def close(self) -> None:
        """Nothing is held."""


class TheBrightest(Nobody):
    """A second detector that finds a person who stands where the picture was not painted over."""

    def detect(self, rgb: Rgb, t: float) -> Pose | None:
        seen = [x for x in (left(t), right(t)) if rgb[200, round(x * 640)].tolist() == [0, 0, 0]]
        return somebody(t, seen[0] + 0.01).pose if len(seen) == 1 else None


def no_clothes(rgb: Rgb, pose: Pose) -> FloatArray:
    return np.zeros(9)


def pictures() -> Iterator[tuple[float, Rgb]]:
    return ((i / FPS, PICTURE) for i in range(4 * FPS))


def follow(target: Target) -> tuple[list[float], TwoWhoCross]:
    """Where the one who is followed is in each picture."""
    two = TwoWhoCross()
    detector = FollowedDetector(two, Nobody(), no_clothes, target, SIZE)
    detector.scout(pictures())
    places = []
    for t, rgb in pictures():
        pose = detector.look(rgb, t).pose
        places.append(np.nan if pose is None else float(pose.image[[23, 24], 0].mean()))
    detector.close()
    return places, two


@pytest.mark.parametrize(
    ("x", "t", "way"),
    [
        pytest.param(0.2, 0.0, left, id="the left one at the beginning"),
        pytest.param(0.8, 0.0, right, id="the right one at the beginning"),
        pytest.param(0.2, 3.9, right, id="the left one at the end, who came from the right"),
        pytest.param(0.75, 3.9, left, id="the right one at the end"),
    ],
)
def test_the_one_pointed_at_is_followed_from_the_first_picture(
    x: float, t: float, way: object
) -> None:
    places, two = follow(Target(x, 0.5, t))
    assert callable(way)
    # Where they are one behind the other nobody is sure.
    assert np.nanmax(np.abs(np.array(places) - [way(t) for t, _ in pictures()])) < 0.06
    assert np.isnan(places).sum() <= 8
    assert two.looked == [t for t, _ in pictures()], "each picture once, in order"
    assert two.closed


def test_scouting_ends_a_little_after_the_moment_and_tells_how_far_it_is() -> None:
    two, told = TwoWhoCross(), []
    detector = FollowedDetector(two, Nobody(), no_clothes, Target(0.2, 0.5, 1.0), SIZE)
    detector.scout(pictures(), lambda done, t: told.append((done, t)))
    detector.close()
    assert two.looked[-1] <= 1.0 + NEAR_S < two.looked[-1] + 1 / FPS + 1e-9
    assert told == [(i + 1, t) for i, t in enumerate(two.looked)]


def test_a_moment_without_anybody_is_told() -> None:
    detector = FollowedDetector(TwoWhoCross(), Nobody(), no_clothes, Target(0.2, 0.5, 60.0), SIZE)
    with pytest.raises(FileError, match=r"Nobody is seen at 60\.0 s"):
        detector.scout(pictures())
    detector.close()


def test_a_place_where_nobody_is_is_told_with_those_who_are_there() -> None:
    detector = FollowedDetector(TwoWhoCross(), Nobody(), no_clothes, Target(0.99, 0.05, 1.0), SIZE)
    with pytest.raises(FileError, match=r"Nobody is at 0\.99,0\.05 .* 1\.0 s") as told:
        detector.scout(pictures())
    detector.close()
    said = re.findall(TARGET, str(told.value).partition(" who is, at ")[2])
    for text, x in zip(said, (left(1.0), right(1.0)), strict=True):
        assert target_of(text).x == pytest.approx(x, abs=0.03), "what is said can be given"


def test_the_second_detector_is_shown_the_person_alone() -> None:
    """Its pose is the steadier one: it counts, as long as it is the same person's."""
    detector = FollowedDetector(
        TwoWhoCross(), TheBrightest(), no_clothes, Target(0.2, 0.5, 0.0), SIZE
    )
    detector.scout(pictures())
    t, rgb = next(pictures())
    pose = detector.look(rgb, t).pose
    detector.close()
    assert pose is not None
    assert pose.image[[23, 24], 0].mean() == pytest.approx(left(t) + 0.01, abs=0.02)
