"""The detector that waits for the person who trains."""

from __future__ import annotations

import numpy as np
import pytest

from coach.arrays import FloatArray
from coach.motion.look_schedule import Sighting
from coach.motion.poses.pose import Pose
from coach.vision.waiting import STEER_S, WaitingDetector
from tests.motion.people import somebody

FPS = 10
RED, BLUE = (255, 30, 30), (30, 30, 255)


def scene(**people: float) -> np.ndarray:
    """A picture with boxes of these colours at these parts of its width."""
    rgb = np.zeros((360, 640, 3), np.uint8)
    for name, x in people.items():
        left = round(640 * x)
        rgb[60:330, left - 16 : left + 16] = {"red": RED, "blue": BLUE}[name]
    return rgb


def places(rgb: np.ndarray) -> list[float]:
    columns = np.flatnonzero(rgb[200].max(axis=1) > 200)
    groups = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)
    return [float(group.mean()) / 640 for group in groups if group.size]


class StaysWithOne:
    """Follows one person as long as they are shown, then the next one, as the network does."""

    def __init__(self) -> None:
        self.at: float | None = None
        self.pose: Pose | None = None
        self.closed = False

    def look(self, rgb: np.ndarray, t: float, gap_s: float = 0.0) -> Sighting:
        there = places(rgb)
        same = [x for x in there if self.at is not None and abs(x - self.at) < 0.1]
        self.at = next(iter(same or there), None)
        self.pose = None if self.at is None else somebody(t, self.at).pose
        return Sighting(self.pose)

    def carried(self, t: float) -> Pose | None:
        return self.pose

    def close(self) -> None:
        self.closed = True


class SeesAll:
    def __init__(self) -> None:
        self.looked = 0
        self.closed = False

    def detect_all(self, rgb: np.ndarray, t: float) -> tuple[Pose, ...]:
        self.looked += 1
        return tuple(somebody(t, x).pose for x in places(rgb))

    def close(self) -> None:
        self.closed = True


def worn(rgb: np.ndarray, pose: Pose) -> FloatArray:
    x = float(pose.image[[23, 24], 0].mean())
    return np.tile(rgb[200, round(640 * x)] / 255, 3)


class Room:
    """A detector, and what it is shown."""

    def __init__(self) -> None:
        self.one, self.all, self.made = StaysWithOne(), SeesAll(), 0
        self.detector = WaitingDetector(self.one, self._make, worn)
        self.t = 0.0

    def _make(self) -> SeesAll:
        self.made += 1
        return self.all

    def show(self, seconds: float, **people: float) -> list[Sighting]:
        said = []
        for _ in range(round(seconds * FPS)):
            said.append(self.detector.look(scene(**people), self.t))
            self.t += 1 / FPS
        return said


def test_one_person_who_comes_and_goes_costs_nothing() -> None:
    room = Room()
    assert all(sighting.pose for sighting in room.show(5.0, red=0.5))
    assert not any(sighting.stranger for sighting in room.show(10.0))
    back = room.show(5.0, red=0.2)
    assert all(sighting.pose and not sighting.stranger for sighting in back)
    assert room.made == 0


def test_a_bystander_is_not_judged_and_told() -> None:
    room = Room()
    room.show(5.0, red=0.5, blue=0.85)
    left = room.show(5.0, blue=0.85)
    assert all(sighting.pose is None for sighting in left)
    assert room.detector.carried(room.t) is None, "nor drawn in between"
    assert left[-1].stranger
    assert sum(not sighting.stranger for sighting in left) <= 1.2 * FPS


@pytest.mark.parametrize("stays", [False, True], ids=["who has gone", "who is still there"])
def test_the_set_goes_on_when_the_person_is_back_after_a_bystander(stays: bool) -> None:
    room = Room()
    room.show(5.0, red=0.5, blue=0.85)
    room.show(5.0, blue=0.85)
    there = {"red": 0.4, "blue": 0.85} if stays else {"red": 0.4}
    back = room.show(5.0, **there)
    first = next(i for i, sighting in enumerate(back) if sighting.pose is not None)
    assert first / FPS <= 1.5
    for sighting in back[first:]:
        assert sighting.pose is not None
        assert sighting.pose.image[[23, 24], 0].mean() == pytest.approx(0.4, abs=0.05)
    assert room.made == 1
    room.detector.close()
    assert room.one.closed
    assert room.all.closed


def test_a_bystander_dressed_alike_is_not_told_apart() -> None:
    """What is known is what is worn: two who wear the same are one."""
    room = Room()
    room.show(5.0, red=0.3)
    assert all(sighting.pose for sighting in room.show(3.0, red=0.85))


def test_two_who_look_like_the_person_are_waited_for() -> None:
    room = Room()
    room.show(5.0, red=0.5, blue=0.85)
    room.show(3.0, blue=0.85)
    rgb = scene(red=0.2, blue=0.85)
    rgb[60:330, 330:360] = RED
    for _ in range(round(2 * STEER_S * FPS)):
        assert room.detector.look(rgb, room.t).pose is None
        room.t += 1 / FPS


def test_whoever_begins_anew_is_welcome() -> None:
    """Two who train by turns."""
    room = Room()
    room.show(5.0, red=0.5)
    assert room.show(3.0, blue=0.85)[-1].stranger
    room.detector.welcome()
    assert all(sighting.pose for sighting in room.show(5.0, blue=0.85))
    assert room.show(3.0, red=0.3)[-1].stranger, "and is known from then on"
