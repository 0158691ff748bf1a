"""Sets that were kept come back whole, to their owner and nobody else, from either database."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import cache
from math import isnan
from zoneinfo import ZoneInfo

import pytest

from coach.analysis.analysis import replay
from coach.motion.engine import Engine
from coach.motion.report import Report
from coach.motion.snapshot import View
from coach.records.errors import NotFoundError
from coach.records.values import Owner, RecordedFrom
from tests.records.conftest import ANNA, BEN, EXERCISES, golden, keep

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 3, 2, 7, 30, tzinfo=BERLIN)


@cache
def analysed(name: str, exercise: str) -> Report:
    return replay(golden(name).poses(), lambda: Engine(EXERCISES[exercise])).report


SQUATS = ("squat_oblique_heels_lifted_4", "squat")
PLANK = ("plank_side_16s", "plank")
FRONT = ("squat_front_fast_2", "squat")
BACK_AND_FORTH = ("push_up_side_leaves_4", "push_up")


def add(records, owner, done=SQUATS, when=MONDAY) -> str:
    return records.add_from_report(owner, analysed(*done), golden(done[0]), when)


@pytest.mark.parametrize("done", [SQUATS, PLANK, FRONT, BACK_AND_FORTH], ids=lambda done: done[0])
def test_an_analysed_set_comes_back_as_it_was(records, done):
    report = analysed(*done)
    kept = records.one(ANNA, add(records, ANNA, done))
    assert repr(kept.report) == repr(report), "NaN equals nothing, but reads alike"
    assert kept.summary.source is RecordedFrom.FILE
    assert kept.frames == len(records.track(ANNA, kept.summary.id).t) > 0
    track = records.track(ANNA, kept.summary.id)
    again = replay(track.poses(), lambda: Engine(EXERCISES[done[1]])).report
    assert len(again.reps) == len(report.reps)


def test_a_list_says_what_each_set_came_to(records):
    report = analysed(*SQUATS)
    add(records, ANNA)
    (summary,) = records.sets(ANNA)
    assert (summary.exercise, summary.level) == ("squat", "beginner")
    assert summary.reps == 4
    assert summary.view is View.OBLIQUE
    assert summary.faults["heels_lifting"] == sum("heels_lifting" in r.faults for r in report.reps)
    assert summary.range_of_motion == pytest.approx(
        sum(rep.range_of_motion for rep in report.reps) / 4, abs=1e-4
    )
    assert summary.descent_s == pytest.approx(
        sum(rep.descent_s for rep in report.reps) / 4, abs=1e-3
    )
    assert summary.ended
    assert isnan(summary.uneven_deg), "not to be judged from there"


def test_a_hold_is_a_set_too(records):
    add(records, ANNA, PLANK)
    (summary,) = records.sets(ANNA)
    assert summary.reps == 0
    assert summary.score is None
    assert summary.hold_s == pytest.approx(16, abs=1)
    assert summary.longest_hold_s == summary.hold_s
    assert isnan(summary.range_of_motion)


def test_left_and_right_are_compared_from_the_front(records):
    kept = records.one(ANNA, add(records, ANNA, FRONT))
    assert len(kept.report.reps) == 2
    assert all(0 <= (rep.uneven_deg or -1) < 30 for rep in kept.report.reps)


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(MONDAY, id="a zone by name"),
        pytest.param(MONDAY.astimezone(timezone.utc), id="UTC"),
        pytest.param(MONDAY.astimezone(timezone(timedelta(hours=5, minutes=45))), id="an offset"),
        pytest.param(datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN), id="an hour twice"),
    ],
)
def test_the_time_of_day_is_that_of_the_place(records, when):
    add(records, ANNA, when=when)
    (summary,) = records.sets(ANNA)
    assert summary.started_at == when
    assert summary.started_at.utcoffset() == when.utcoffset()


def test_lists_are_filtered_and_begin_with_the_newest(records):
    ids = [
        add(records, ANNA, done, MONDAY + timedelta(days=i))
        for i, done in enumerate([SQUATS, PLANK, FRONT])
    ]
    assert [s.id for s in records.sets(ANNA)] == ids[::-1]
    assert [s.id for s in records.sets(ANNA, exercise="squat")] == [ids[2], ids[0]]
    tuesday = MONDAY + timedelta(days=1)
    assert [s.id for s in records.sets(ANNA, since=tuesday)] == [ids[2], ids[1]]
    assert [s.id for s in records.sets(ANNA, until=tuesday.astimezone(timezone.utc))] == [ids[0]]
    assert records.sets(ANNA, since=tuesday, exercise="push_up") == ()


def test_a_set_without_movement_has_none(records):
    set_id = records.add_from_report(ANNA, analysed(*SQUATS), None, MONDAY)
    assert records.one(ANNA, set_id).frames == 0
    with pytest.raises(NotFoundError, match="movement"):
        records.track(ANNA, set_id)


# Every way to a set by its id. Each is tried with an id of somebody else's.
BY_ID = [
    pytest.param(lambda records, owner, id_: records.one(owner, id_), id="one"),
    pytest.param(lambda records, owner, id_: records.track(owner, id_), id="track"),
    pytest.param(lambda records, owner, id_: records.delete(owner, id_), id="delete"),
    pytest.param(lambda records, owner, id_: records.export_track(owner, id_), id="export_track"),
]

OTHERS = [
    pytest.param(BEN, id="another account"),
    pytest.param(Owner(ANNA.account, "Ben"), id="another profile of the account"),
    pytest.param(Owner(profile=ANNA.account), id="a profile of the account's name"),
    pytest.param(Owner(), id="nobody in particular"),
]


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("way", BY_ID)
def test_nobody_elses_set_is_found(records, way, other):
    theirs, own = add(records, ANNA), add(records, other)
    with pytest.raises(NotFoundError, match="no such set"):
        way(records, other, theirs)
    assert [s.id for s in records.sets(ANNA)] == [theirs]
    assert way(records, other, own) is not None or own not in {s.id for s in records.sets(other)}


@pytest.mark.parametrize("id_", ["", "1", "0" * 32, "' OR 1=1 --", "x" * 100_000, "\u202e", "%"])
@pytest.mark.parametrize("way", BY_ID)
def test_no_other_id_finds_anything(records, way, id_):
    add(records, ANNA)
    with pytest.raises(NotFoundError):
        way(records, ANNA, id_)


@pytest.mark.parametrize("other", OTHERS)
def test_lists_and_exports_hold_nothing_of_others(records, other):
    theirs = add(records, ANNA)
    assert records.sets(other) == ()
    assert theirs.encode() not in records.export_json(other)
    assert all(theirs.encode() not in table for table in records.export_csv(other))


@pytest.mark.parametrize("other", OTHERS)
def test_deleting_everything_is_ones_own(records, other):
    theirs, _ = add(records, ANNA), add(records, other)
    assert records.delete_all(other) == 1
    assert records.sets(other) == ()
    assert records.one(ANNA, theirs).frames > 0
    assert records.delete_all(other) == 0


def test_a_deleted_set_is_gone(records):
    gone, stays = add(records, ANNA), add(records, ANNA, PLANK)
    records.delete(ANNA, gone)
    assert [s.id for s in records.sets(ANNA)] == [stays]
    with pytest.raises(NotFoundError):
        records.one(ANNA, gone)


def test_profiles_are_listed_by_name_and_the_last_is_known(records):
    for name, days in (("Zoë", 0), ("李", 2), ("anna", 1)):
        add(records, Owner(profile=name), when=MONDAY + timedelta(days=days))
    add(records, BEN, when=MONDAY + timedelta(days=9))
    assert records.profiles() == ("anna", "Zoë", "李")
    assert records.latest_profile() == "李"
    assert records.latest_profile("nobody") == ""


def test_a_server_that_starts_again_has_it_all(opening):
    first = opening()
    set_id = keep(first, ANNA, "squat", SQUATS[0])
    first.close()
    assert opening().one(ANNA, set_id).summary.reps == 4


def test_passing_visits_are_forgotten_after_a_day(opening):
    visitor = Owner("visitor 123")
    records = opening()
    add(records, visitor, when=MONDAY)
    recent = Owner("visitor 456")
    add(records, recent, when=datetime.now(timezone.utc))
    add(records, ANNA)
    records.close()
    again = opening()
    assert again.sets(visitor) == ()
    assert len(again.sets(recent)) == len(again.sets(ANNA)) == 1
