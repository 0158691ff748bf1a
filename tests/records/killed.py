"""Trains until it is killed: `python -m tests.records.killed FOLDER SPEED`.

Says on standard output when it is ready, and each rep as it is counted: set, number, end, and the
time by the clock that all processes share.
"""

from __future__ import annotations

import itertools
import sys
import time

from coach.records.records import Records
from coach.records.storage.address import address
from tests.records.conftest import ANNA, before_the_camera, golden

SETS = (("squat", "squat_side_2"), ("push_up", "push_up_side_leaves_4"))


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(folder: str, speed: float) -> None:
    records = Records(lambda: address({"COACH_DATA": folder}))
    records.sets(ANNA)
    tell("ready")
    for number in itertools.count():
        exercise, name = SETS[number % 2]
        running = before_the_camera(records, ANNA, exercise)
        track, counted = golden(name), 0
        length = float(track.t[-1])
        for round_ in range(3):
            for t, pose in track.poses():
                begun = time.monotonic()
                reps = running.see(round_ * (length + 3) + t, pose).reps
                if len(reps) > counted:
                    counted = len(reps)
                    tell(f"{number} {counted} {reps[-1].end_s} {time.monotonic()}")
                time.sleep(max(0.0, 1 / 30 / speed - (time.monotonic() - begun)))
        running.finish()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
