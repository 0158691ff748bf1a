"""Two movements in step: bottoms on bottoms, ends on ends, and time that goes forward."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history.in_step import Step, in_step, other_time
from tests.history.figures import attempt, rep

SLOW, QUICK = rep(1, 1.0, 4.0, 6.0), rep(3, 20.0, 20.5, 21.5)


def test_phases_lie_on_phases():
    steps = in_step([SLOW], [QUICK])
    assert steps == (Step(1.0, 20.0), Step(4.0, 20.5), Step(6.0, 21.5))


@pytest.mark.parametrize(
    ("t", "other"),
    [
        pytest.param(1.0, 20.0, id="start on start"),
        pytest.param(4.0, 20.5, id="bottom on bottom"),
        pytest.param(2.5, 20.25, id="half of the way down"),
        pytest.param(5.0, 21.0, id="half of the way up"),
        pytest.param(0.5, 19.5, id="before it, at the other's own pace"),
        pytest.param(7.0, 22.5, id="and after it"),
    ],
)
def test_in_between_by_the_share_that_is_done(t, other):
    assert other_time(in_step([SLOW], [QUICK]), t) == pytest.approx(other)


def test_reps_that_follow_at_once_share_a_step():
    touching = [rep(1, 0.0, 1.0, 2.0), rep(2, 2.0, 3.0, 4.0)]
    apart = [rep(1, 0.0, 1.0, 2.0), rep(2, 5.0, 6.0, 7.0)]
    assert [step.t for step in in_step(touching, apart)] == [0.0, 1.0, 2.0, 3.0, 4.0]


def test_the_shorter_set_ends_it_and_an_attempt_can_be_compared():
    assert len(in_step([SLOW, rep(2, 7, 8, 9)], [QUICK])) == 3
    assert len(in_step([attempt(1.0, 3.0)], [QUICK])) == 3
    assert in_step([], [QUICK]) == ()
    with pytest.raises(ValueError, match="no moment"):
        other_time((), 1.0)


phases = st.lists(st.tuples(*[st.floats(0.0, 3.0)] * 4), min_size=1, max_size=8)


def made(lengths):
    t, reps = 0.0, []
    for pause, down, up, _ in lengths:
        start = t + pause
        reps.append(rep(len(reps) + 1, start, start + down, start + down + up))
        t = start + down + up
    return reps


@given(phases, phases)
def test_time_goes_forward_in_both(own, others):
    steps = in_step(made(own), made(others))
    assert all(a.t < b.t and a.other_t < b.other_t for a, b in pairwise(steps))


@given(phases)
def test_a_set_over_itself_is_itself(lengths):
    reps = made(lengths)
    steps = in_step(reps, reps)
    for t in (0.0, 0.7, reps[0].bottom_s, reps[-1].end_s + 1):
        assert other_time(steps, t) == pytest.approx(t)
