"""What the process knows of its sessions."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field

import pytest

from coach.live.load.fleet import Fleet, Load
from coach.live.load.quality import STEPS


class Member:
    def __init__(self, load: Load | None = None) -> None:
        self._load = load
        self.open = True

    def load(self) -> Load | None:
        return self._load

    def present(self) -> bool:
        return self.open


@dataclass
class Machine:
    """A processor whose use is told, and a fleet on it."""

    used: float = 0.0
    now: float = 0.0
    cores: float = 2.0
    limit: int | None = None
    members: list[Member] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.fleet = Fleet(limit=self.limit, cores=self.cores, cpu=lambda: self.used)

    def add(self, *loads: Load | None) -> None:
        for load in loads:
            self.members.append(Member(load))
            self.fleet.join(self.members[-1])

    def run(self, seconds: float, cores_used: float) -> None:
        for _ in range(int(seconds * 2)):
            self.now += 0.5
            self.used += cores_used * 0.5
            self.fleet.quality(self.now)


STEADY = Load(age_s=60, received=30, answered=30, returned=30, looks=20, look_s=0.012)


def test_sessions_that_are_gone_are_forgotten() -> None:
    machine = Machine()
    machine.add(STEADY, None)
    assert machine.fleet.status(0.0).open == 2
    machine.members.clear()
    gc.collect()
    assert machine.fleet.status(1.0).open == 0


def test_one_that_falls_behind_lowers_the_step_of_all_and_its_end_raises_it() -> None:
    machine = Machine()
    machine.add(STEADY, Load(age_s=60, received=30, answered=18, returned=30))
    machine.run(4, 0.5)
    assert machine.fleet.status(machine.now).step == 1
    assert machine.fleet.quality(machine.now) == STEPS[1]
    machine.members.pop()
    gc.collect()
    machine.run(20, 0.5)
    assert machine.fleet.status(machine.now).step == 0


@pytest.mark.parametrize(
    ("age_s", "received", "answered", "share"),
    [
        pytest.param(60, 30, 15, 0.5, id="every second one"),
        pytest.param(1, 30, 3, 1.0, id="the model is being loaded"),
        pytest.param(60, 0, 0, 1.0, id="nothing came"),
        pytest.param(60, 29.9, 30, 1.0, id="never above one"),
    ],
)
def test_keeping_up_and_flowing(age_s, received, answered, share) -> None:
    assert Load(age_s, received, answered=answered, returned=-1).kept_up == share
    assert Load(age_s, received, answered=-1, returned=answered).flowing == share


def test_seats_are_measured_from_what_sessions_take_and_what_can_be_saved() -> None:
    """Two sessions use 1.2 cores, 0.6 each, of which 13 looks a second at 12 ms can be spared."""
    machine = Machine(cores=4.0)
    machine.add(STEADY, STEADY)
    machine.run(120, 1.2)
    cost = 0.6 - 13 * 0.012
    assert machine.fleet.status(machine.now).limit == int(4 * 0.85 / cost)


def test_a_session_that_has_just_begun_teaches_nothing() -> None:
    machine = Machine()
    before = machine.fleet.status(0.0).limit
    machine.add(Load(age_s=1, received=30, answered=30, returned=30))
    machine.run(60, 2.0)
    assert machine.fleet.status(machine.now).limit == before


def test_a_limit_that_was_set_holds() -> None:
    machine = Machine(limit=1)
    machine.add(STEADY, None, None)
    asked = [machine.fleet.ask(member, 0.0) for member in machine.members]
    assert asked == [0, 1, 2]
    status = machine.fleet.status(0.0)
    assert (status.open, len(status.loads), status.waiting, status.limit) == (3, 1, 2, 1)


def test_a_closed_tab_keeps_neither_its_seat_nor_its_place() -> None:
    machine = Machine(limit=1)
    machine.add(None, None, None)
    assert [machine.fleet.ask(member, 0.0) for member in machine.members] == [0, 1, 2]
    first, second, third = machine.members
    first.open = second.open = False
    assert machine.fleet.ask(third, 0.0) == 0
