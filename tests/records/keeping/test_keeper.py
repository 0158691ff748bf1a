"""A set is kept while it is done: as soon as a rep is counted, whatever becomes of the rest."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import numpy as np
import psycopg
import pytest

from coach.live.set_record import RunningSet
from coach.motion.poses.pose import LANDMARK_COUNT, Pose
from coach.motion.snapshot import HeldTime, Rep, Snapshot, View
from coach.records.keeping.keeper import AROUND_S, SetKeeper
from coach.records.records import Records
from coach.records.storage.address import address
from coach.records.values import RecordedFrom
from tests.records.conftest import ANNA, BEN, before_the_camera, golden, keep
from tests.records.server import empty_database

FOUR_SQUATS = "squat_oblique_heels_lifted_4"
STEP_S = 1 / 15


def wait_for(met: Callable[[], object]) -> None:
    until = time.monotonic() + 10
    while not met():
        assert time.monotonic() < until, "it never came about"
        time.sleep(0.01)


def play(running: RunningSet, name: str = FOUR_SQUATS, shift: float = 0.0) -> None:
    for t, pose in golden(name).poses():
        running.see(shift + t, pose)


def body(t: float, size: tuple[int, int] = (64, 36)) -> Pose:
    points = np.full((LANDMARK_COUNT, 3), 0.5)
    return Pose.from_arrays(t, points, points, np.ones(LANDMARK_COUNT), size)


def reps(count: int, each_s: float = 2.0) -> tuple[Rep, ...]:
    return tuple(
        Rep(i + 1, i * each_s, i * each_s + 1, (i + 1) * each_s, 1.0) for i in range(count)
    )


def test_a_set_before_the_camera_is_kept_whole(records):
    set_id = keep(records, ANNA, "squat", FOUR_SQUATS)
    kept = records.one(ANNA, set_id)
    assert kept.summary.ended
    assert kept.summary.source is RecordedFrom.CAMERA
    assert kept.summary.zone == "Europe/Berlin"
    assert len(kept.report.reps) == kept.summary.reps == 4
    assert all(rep.evidence for rep in kept.report.reps)
    assert kept.report.views[0].start_s == 0
    assert kept.report.views[-1].end_s == kept.report.duration_s
    track = records.track(ANNA, set_id)
    assert track.t[-1] == pytest.approx(kept.report.duration_s, abs=0.1)


def test_each_rep_is_kept_before_the_next(in_file):
    running, counted = before_the_camera(in_file, ANNA, "squat"), [0]
    for t, pose in golden(FOUR_SQUATS).poses():
        if len(running.see(t, pose).reps) > counted[0]:
            counted[0] += 1
            wait_for(lambda: [s.reps for s in in_file.sets(ANNA)] == counted)
            (summary,) = in_file.sets(ANNA)
            assert not summary.ended
            kept = in_file.one(ANNA, summary.id)
            assert [rep.number for rep in kept.report.reps] == list(range(1, counted[0] + 1))
            assert in_file.track(ANNA, summary.id).t[-1] >= kept.report.reps[-1].end_s - 0.1
    assert counted == [4]


def test_a_hold_is_kept_while_it_lasts(in_file):
    running = before_the_camera(in_file, ANNA, "plank")
    for t, pose in golden("plank_side_16s").poses():
        if t > 8:
            break
        running.see(t, pose)
    wait_for(lambda: in_file.sets(ANNA) and in_file.sets(ANNA)[0].hold_s > 6)
    (summary,) = in_file.sets(ANNA)
    assert not summary.ended
    assert summary.longest_hold_s == pytest.approx(summary.hold_s, abs=0.1)


def test_stop_and_start_go_on_with_the_same_set(records):
    running = before_the_camera(records, ANNA, "squat")
    play(running)
    running.pause()
    running.pause()
    records.close()
    (first,) = records.sets(ANNA)
    assert first.ended
    play(running)
    running.finish()
    records.close()
    (whole,) = records.sets(ANNA)
    assert (whole.id, whole.reps) == (first.id, 8)
    assert whole.started_at == first.started_at
    track = records.track(ANNA, whole.id)
    assert (np.diff(track.t) > 0).all()
    assert track.t[-1] > first.duration_s + 10


def test_what_a_server_left_unfinished_is_closed_at_the_next_start(opening):
    first = opening()
    running = before_the_camera(first, ANNA, "squat")
    play(running)
    wait_for(lambda: [s.reps for s in first.sets(ANNA)] == [4])
    (open_,) = first.sets(ANNA)
    assert not open_.ended
    (closed,) = opening().sets(ANNA)
    assert (closed.id, closed.reps, closed.ended) == (open_.id, 4, True)
    running.finish()
    first.close()
    assert first.sets(ANNA)[0].ended, "the other server was still alive, and goes on undisturbed"
    assert first.one(ANNA, open_.id).frames == len(first.track(ANNA, open_.id).t)


def test_nothing_done_is_nothing_kept(in_file):
    running = before_the_camera(in_file, ANNA, "push_up")
    play(running, "walking_past")
    running.pause()
    running.finish()
    in_file.close()
    assert in_file.sets(ANNA) == ()


def test_two_people_train_at_once(in_file):
    hers, his = (before_the_camera(in_file, owner, "squat") for owner in (ANNA, BEN))
    for t, pose in golden(FOUR_SQUATS).poses():
        hers.see(t, pose)
        if t < 8:
            his.see(t, pose)
    hers.finish()
    his.finish()
    in_file.close()
    assert in_file.sets(ANNA)[0].reps == 4
    assert 0 < in_file.sets(BEN)[0].reps < 4


def test_a_set_that_is_deleted_while_it_is_done_does_not_come_back(in_file):
    running = before_the_camera(in_file, ANNA, "squat")
    play(running)
    in_file.close()
    in_file.delete(ANNA, in_file.sets(ANNA)[0].id)
    play(running, shift=20)
    running.finish()
    in_file.close()
    assert in_file.sets(ANNA) == ()


class Wall:
    """A clock on the wall that somebody sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)

    def __call__(self) -> datetime:
        return self.now


def keeper(records, wall=None) -> SetKeeper:
    made = records.keeper(ANNA, "Asia/Kathmandu")
    if wall is not None:
        made._wall = wall
    return made


def test_a_clock_that_jumps_moves_no_set(in_file):
    wall = Wall()
    made = keeper(in_file, wall)
    made.see(0.0, body(0.0), Snapshot(0.0, "squat", "beginner"))
    made.see(9.0, body(9.0), Snapshot(9.0, "squat", "beginner", reps=reps(1)))
    wall.now -= timedelta(days=400)
    made.see(12.0, body(12.0), Snapshot(12.0, "squat", "beginner", reps=reps(2)))
    made.finish(Snapshot(12.0, "squat", "beginner", reps=reps(2)), 12.0)
    in_file.close()
    (kept,) = in_file.sets(ANNA)
    begun = datetime(2026, 11, 21, 9, 59, 51, tzinfo=timezone.utc)
    assert kept.started_at == begun, "nine seconds before the first rep was known"
    assert kept.started_at.utcoffset() == timedelta(hours=5, minutes=45)
    assert kept.duration_s == 12.0


def test_an_hour_of_standing_about_costs_nothing(in_file):
    made = keeper(in_file)
    hour = Snapshot(0.0, "squat", "beginner")
    done = Snapshot(3600.0, "squat", "beginner", reps=(replace(reps(1)[0], end_s=3600.0),))
    for i in range(int(600 / STEP_S)):
        made.see(i * STEP_S, body(0.0), hour)
    made.see(3600.0, body(3600.0), done)
    for i in range(1, int(600 / STEP_S)):
        made.see(3600 + i * STEP_S, body(0.0), done)
    made.finish(done, 4200.0)
    in_file.close()
    (kept,) = in_file.sets(ANNA)
    assert in_file.one(ANNA, kept.id).frames <= 2 * AROUND_S / STEP_S + 70


def test_a_phone_that_is_turned_in_mid_set(in_file):
    made = keeper(in_file)
    for i in range(100):
        size = (64, 36) if i < 50 else (36, 64)
        made.see(i * STEP_S, body(0.0, size), Snapshot(0.0, "squat", "beginner", reps=reps(1)))
    made.finish(Snapshot(7.0, "squat", "beginner", reps=reps(1)), 7.0)
    in_file.close()
    track = in_file.track(ANNA, in_file.sets(ANNA)[0].id)
    assert track.size == (64, 36)
    assert np.nanmax(track.image[-1, :, 1]) == pytest.approx(0.5 * 64 / 36, abs=0.02)


def test_frames_without_anybody_are_kept_as_such(in_file):
    made = keeper(in_file)
    for i in range(80):
        pose = None if 20 <= i < 60 else body(0.0)
        made.see(i * STEP_S, pose, Snapshot(0.0, "squat", "beginner", reps=reps(1)))
    made.finish(Snapshot(6.0, "squat", "beginner", reps=reps(1)), 6.0)
    in_file.close()
    seen = [pose is not None for _, pose in in_file.track(ANNA, in_file.sets(ANNA)[0].id).poses()]
    assert seen == [i < 20 or i >= 60 for i in range(80)]


def test_what_goes_wrong_in_keeping_never_reaches_who_counts(in_file, caplog):
    made = keeper(in_file)
    made.see(0.0, None, None)
    made.see(1.0, None, None)
    made.pause(None, 1.0)
    made.finish(None, 1.0)
    assert len(caplog.records) == 1, "it is said once"


def test_a_hold_in_progress_has_no_end_after_now(in_file):
    made = keeper(in_file)
    holding = Snapshot(
        9.0,
        "plank",
        "beginner",
        view=View.LEFT,
        hold_s=7.0,
        holding=True,
        holds=(HeldTime(0.0, 4.0),),
    )
    made.see(9.0, body(9.0), holding)
    in_file.close()
    (kept,) = in_file.sets(ANNA)
    assert in_file.one(ANNA, kept.id).report.holds == (HeldTime(0.0, 4.0), HeldTime(6.0, 9.0))


def test_a_server_that_drops_its_connections_in_mid_set(postgresql):
    url = empty_database(postgresql)
    records = Records(lambda: address({"COACH_DATABASE_URL": url}))
    running = before_the_camera(records, ANNA, "squat")
    poses = list(golden(FOUR_SQUATS).poses())
    for t, pose in poses[: len(poses) // 2]:
        running.see(t, pose)
    wait_for(lambda: records.sets(ANNA))
    with psycopg.connect(url, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    for t, pose in poses[len(poses) // 2 :]:
        running.see(t, pose)
    running.finish()
    records.close()
    assert [each.reps for each in records.sets(ANNA)] == [4]
    records.close()
