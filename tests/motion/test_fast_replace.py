"""The quick `replace` does what the standard library's does."""

from __future__ import annotations

import dataclasses

import pytest

from coach.motion import feedback, gate
from coach.motion.counting import cycle, hold, tracker
from coach.motion.fast_replace import replace
from coach.motion.judging import faults, judge
from coach.motion.poses import view

STATES = [
    cycle.CycleState,
    faults.FaultState,
    feedback.FeedbackState,
    gate.GateState,
    hold.HoldState,
    judge.Peaks,
    tracker.TrackerState,
    view.ViewState,
]


@pytest.mark.parametrize("kind", STATES)
def test_a_field_changes_and_the_others_stay(kind: type) -> None:
    before = kind()
    for field in dataclasses.fields(before):
        after = replace(before, **{field.name: "another"})
        assert type(after) is kind
        for other in dataclasses.fields(before):
            expected = "another" if other is field else getattr(before, other.name)
            assert getattr(after, other.name) is expected
        assert getattr(before, field.name) != "another", "the old value stays as it was"


@pytest.mark.parametrize("kind", STATES)
def test_the_states_are_of_the_kind_that_it_is_for(kind: type) -> None:
    assert kind.__dataclass_params__.frozen
    assert not hasattr(kind, "__post_init__")
    assert not hasattr(kind, "__slots__")
