"""Processes that do the work: all of it, also when one of them dies, and none after a stop."""

from __future__ import annotations

import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import MappingProxyType

import pytest

from coach.commands.batches.workers import Workers
from tests.commands.tasks import double, wait_to_be_stopped


def test_a_task_that_fails_or_kills_its_process_costs_no_other() -> None:
    ended: dict[int, object] = {}
    workers: Workers[int, int] = Workers(double, most=2)
    workers.run([1, 13, -5, 4, 7], lambda task, outcome: ended.__setitem__(task, outcome))
    assert {task: ended[task] for task in (1, 4, 7)} == {1: 2, 4: 8, 7: 14}
    assert isinstance(ended[13], BrokenProcessPool)
    assert isinstance(ended[-5], ValueError)


def test_an_interrupted_run_lets_every_task_unwind(tmp_path: Path) -> None:
    class CtrlCError(Exception):
        """Stands for Ctrl-C."""

    def ended(task: str, outcome: object) -> None:
        while not (tmp_path / "slow.began").exists():
            time.sleep(0.02)
        raise CtrlCError

    workers: Workers[str, str] = Workers(wait_to_be_stopped, most=2)
    with pytest.raises(CtrlCError):
        # The first one cannot write where it should, which ends it at once.
        workers.run([str(tmp_path / "none" / "x"), str(tmp_path / "slow")], ended)
    assert (tmp_path / "slow.unwound").exists()


def test_exercises_can_travel() -> None:
    """Their read-only mappings could not, by themselves."""
    from multiprocessing.reduction import ForkingPickler
    from pickle import loads

    mapping = MappingProxyType({"a": (1, 2)})
    assert loads(bytes(ForkingPickler.dumps(mapping))) == mapping
