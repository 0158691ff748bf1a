"""A server that is killed in mid-set, at random moments: what was counted is kept.

COACH_KILLS=50 says how often; the reps that were lost are printed with `pytest -s`.
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from coach.records.records import Records
from coach.records.storage.address import address
from tests.records.conftest import ANNA

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("COACH_KILLS", "2"))
SPEED = 4.0

AT_ONCE_S = 0.1 if KILLS > 2 else 1.0
"""Seconds after which a rep must be safe; many tests at once make a slow machine of any."""

LEAST_S, MOST_S = 0.4, 6.0
"""Seconds of training before the kill."""


def train_and_kill(folder: Path, seconds: float) -> tuple[list[list[float]], float]:
    """The reps that were counted, and when the kill was sent."""
    command = [sys.executable, "-m", "tests.records.killed", str(folder), str(SPEED)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as trainee:
        assert trainee.stdout is not None
        assert trainee.stdout.readline() == "ready\n"
        time.sleep(seconds)
        killed = time.monotonic()
        trainee.kill()
        # The last line may have been cut off.
        lines = trainee.stdout.read().split("\n")[:-1]
    return [[float(word) for word in line.split()] for line in lines], killed


@pytest.mark.parametrize("number", range(KILLS))
def test_every_rep_that_was_counted_is_kept(folder, number):
    counted, killed = train_and_kill(folder, random.Random(number).uniform(LEAST_S, MOST_S))
    with closing(sqlite3.connect(folder / "records.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    records = Records(lambda: address({"COACH_DATA": str(folder)}))
    kept = [records.one(ANNA, each.id) for each in reversed(records.sets(ANNA))]
    kept.sort(key=lambda each: each.summary.started_at)
    assert all(each.summary.ended for each in kept), "what was cut off is closed at the next start"
    lost = []
    for set_number, rep_number, end_s, when in counted:
        found = int(set_number) < len(kept) and rep_number <= kept[int(set_number)].summary.reps
        if found:
            one = kept[int(set_number)]
            assert len(one.report.reps) == one.summary.reps
            track = records.track(ANNA, one.summary.id)
            assert track.t[0] <= 1.0
            assert track.t[-1] >= end_s - 0.1, "the movement up to the rep is kept with it"
        else:
            lost.append(killed - when)
    records.close()
    ages = ", ".join(f"{1000 * age:.0f} ms" for age in lost) or "none"
    sys.stdout.write(f" {len(counted)} reps counted; lost, by their age: {ages}\n")
    assert all(age < AT_ONCE_S for age in lost), "counted long enough ago to be safe"
