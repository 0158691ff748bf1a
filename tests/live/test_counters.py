"""What all sessions together count, beside what was done."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.live.load.fleet import Fleet
from coach.live.load.quality import STEPS
from tests.live.conftest import Stage, picture

UP = 200


def totals(stage: Stage):
    return stage.session._fleet.counters.totals()


def worked_on(stage: Stage) -> None:
    stage.send(UP)


def late_first(stage: Stage) -> None:
    """A process's first connection: loading the network takes longer than a frame may wait, and the
    frame goes back before `frame` has counted it."""
    stage.session.late(picture(UP), stage.t + 1 / 30, 0)
    stage.send(UP)


def late_alone(stage: Stage) -> None:
    stage.session.late(picture(UP), stage.t, 1)


def left_out_first(stage: Stage) -> None:
    stage.session._fleet.quality = lambda now: STEPS[-1]
    stage.session._shown.lets(10.0, STEPS[-1].show_gap_s)
    assert stage.session.skips(10.01, 1)


WAYS = (worked_on, late_first, late_alone, left_out_first)


@pytest.mark.parametrize("way", WAYS)
def test_a_connection_is_counted_once_by_whatever_way_its_first_frame_comes(stage, caplog, way):
    caplog.set_level("INFO")
    for number in (1, 2):
        way(stage)
        stage.session._fleet.__dict__.pop("quality", None)
        stage.send(UP, UP)
        assert totals(stage).begun == number
        stage.reconnect()
    told = [r.getMessage() for r in caplog.records if "picture comes" in r.getMessage()]
    assert len(told) == 2, "the log says so, too"


def test_what_waits_behind_an_older_connections_frame_is_counted(stage, in_thread):
    inside, go_on = threading.Event(), threading.Event()
    stage.in_detect = lambda: (inside.set(), go_on.wait(5))
    thread = in_thread(lambda: stage.send(UP))
    assert inside.wait(5)
    stage.session.end()
    stage.session.frame(picture(UP), 0.5, 3)
    before = totals(stage)
    assert (before.received, before.dropped) == (3, 3)
    go_on.set()
    thread.join(5)
    after = totals(stage)
    assert (after.received, after.dropped, after.frames.count) == (4, 3, 1)


STEP = st.one_of(
    st.tuples(st.just("frame"), st.integers(1, 4)),
    st.tuples(st.just("late"), st.integers(1, 3)),
    st.tuples(st.just("overtaken"), st.just(1)),
    st.tuples(st.just("skip"), st.integers(1, 3)),
    st.tuples(st.just("fails"), st.just(1)),
    st.tuples(st.just("end"), st.just(0)),
)


@given(st.lists(STEP, max_size=30))
def test_the_counts_are_what_was_done(steps: list[tuple[str, int]]) -> None:
    stage = Stage()
    session = stage.session
    received = worked = late = skipped = begun = failed = looked = 0
    streams = False
    for kind, number in steps:
        stage.in_draw = stage.in_detect = None
        received += number
        begun += kind != "end" and not streams
        streams = kind != "end"
        stage.now += 1 / 30
        if kind == "frame":
            stage.send(UP, received=number)
            worked, looked = worked + 1, looked + 1
        elif kind == "late":
            session.late(picture(UP), stage.t, number)
            late += 1
            worked += 1  # it went back by another way, and yet in place of all that came with it
        elif kind == "overtaken":
            stage.in_detect = lambda: session.late(picture(UP), stage.t, 0)
            stage.send(UP)
            late, worked, looked = late + 1, worked + 1, looked + 1
        elif kind == "fails":
            stage.in_draw = boom
            stage.send(UP)
            worked, looked, failed = worked + 1, looked + 1, failed + 1
        elif kind == "skip":
            session._fleet.quality = lambda now: STEPS[-1]
            session._shown.lets(stage.t + 0.01, STEPS[-1].show_gap_s)
            assert session.skips(stage.t + 0.02, number)
            del session._fleet.quality
            skipped += number
            stage.t += 1
        else:
            stage.reconnect()
    found = totals(stage)
    assert (found.begun, found.received, found.late) == (begun, received, late)
    assert found.dropped == received - worked, "each frame was worked on, went back late, or not"
    assert found.dropped >= skipped
    assert (found.looks.count, found.errors.get("drawing", 0)) == (looked, failed)


def boom() -> None:
    raise RuntimeError("the drawing failed")


def test_a_closed_tab_is_not_open() -> None:
    fleet = Fleet(limit=4, cores=2.0, cpu=lambda: 0.0)
    stages = [Stage(), Stage()]
    for stage in stages:
        fleet.join(stage.session)
    stages[0].session.present = lambda: False
    assert fleet.status(0.0).open == 1
