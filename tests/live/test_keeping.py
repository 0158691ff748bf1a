"""A session tells what keeps its sets everything, at the right time, and for the right person."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from coach.live.settings import Settings
from coach.motion.poses.pose import Pose
from coach.motion.poses.turning import turn_pose
from coach.motion.snapshot import Snapshot
from tests.live.conftest import FakeEngine

UP, DOWN = 200, 60
REP = (DOWN, DOWN, UP)


@dataclass
class Diary:
    """A keeper that writes down what it is told."""

    exercise: str
    trouble: str = ""
    seen: list[tuple[float, Pose | None, Snapshot]] = field(default_factory=list)
    told: list[tuple[str, int, float]] = field(default_factory=list)

    def see(self, t: float, pose: Pose | None, snapshot: Snapshot) -> None:
        self.seen.append((t, pose, snapshot))

    def pause(self, snapshot: Snapshot, duration_s: float) -> None:
        self.told.append(("pause", len(snapshot.reps), duration_s))

    def finish(self, snapshot: Snapshot, duration_s: float) -> None:
        self.told.append(("finish", len(snapshot.reps), duration_s))


@dataclass(frozen=True)
class For:
    """Makes the diaries of one person; equal for the same one."""

    name: str
    diaries: list[Diary] = field(default_factory=list, compare=False)

    def __call__(self, exercise: str, _level: str) -> Diary:
        self.diaries.append(Diary(exercise))
        return self.diaries[-1]


@pytest.fixture
def anna(stage) -> For:
    keepers = For("Anna")
    stage.session.keep(keepers)
    return keepers


def test_every_frame_that_was_judged_is_told(stage, anna):
    stage.send(*REP)
    stage.fresh = False
    stage.send(UP)
    (diary,) = anna.diaries
    assert [len(snapshot.reps) for _, _, snapshot in diary.seen] == [0, 0, 1]
    assert all(pose is not None and pose.t == t for t, pose, _ in diary.seen)


def test_times_go_on_after_stop_and_start(stage, anna):
    stage.send(*REP)
    stage.reconnect()
    stage.send(*REP)
    (diary,) = anna.diaries
    times = [t for t, _, _ in diary.seen]
    assert times == sorted(set(times))
    assert [pose.t for _, pose, _ in diary.seen] == times, "the engine goes by the pose's own"


def test_stop_is_a_pause_and_another_set_an_end(stage, anna):
    stage.send(*REP, DOWN)
    stage.session.end()
    stage.session.new_set()
    stage.session.apply(Settings("push_up"))
    first, second, third = anna.diaries
    assert [(what, reps) for what, reps, _ in first.told] == [("pause", 2), ("finish", 2)]
    assert second.told == [("finish", 0, 0.0)]
    assert third.exercise == "push_up"
    assert third.told == []


def test_the_same_person_goes_on(stage, anna):
    stage.send(*REP)
    stage.session.keep(For("Anna"))
    stage.send(*REP)
    assert stage.reps == 2
    assert len(anna.diaries) == 1


def test_another_person_begins_anew_and_sees_nothing_of_the_first(stage, anna):
    stage.send(*REP)
    stage.session.new_set()
    stage.send(*REP)
    ben = For("Ben")
    stage.session.keep(ben)
    stage.send(*REP, *REP)
    assert [diary.told[-1][:2] for diary in anna.diaries] == [("finish", 1), ("finish", 1)]
    assert len(ben.diaries[0].seen[-1][2].reps) == 2
    assert stage.session.snapshot().finished == ()


def test_an_unknown_exercise_ends_no_set(stage, anna):
    stage.send(*REP)
    with pytest.raises(KeyError):
        stage.session.apply(Settings("swimming"))
    assert anna.diaries[0].told == []


def test_trouble_with_keeping_is_shown(stage, anna):
    assert stage.session.snapshot().unkept == ""
    anna.diaries[0].trouble = "The disk is full."
    assert stage.session.snapshot().unkept == "The disk is full."


def test_a_movement_is_kept_upright_however_the_camera_lies(stage, anna, monkeypatch):
    see = FakeEngine.see
    monkeypatch.setattr(
        FakeEngine, "see", lambda engine, t, pose: replace(see(engine, t, pose), turned=1)
    )
    stage.send(UP)
    ((_, kept, snapshot),) = anna.diaries[0].seen
    assert snapshot.turned == 1
    (_, drawn, _, _) = stage.drawn[0]
    assert kept.size == drawn.size[::-1]
    assert kept.image == pytest.approx(turn_pose(drawn, 1).image)
