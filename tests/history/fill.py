"""Five years of training, made up, in a database: to see and to measure the history page.

    python -m tests.history.fill sqlite:////tmp/five_years.db 10000

Movements are those of the golden tracks; what was done with them is drawn by lot, always the same.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from sqlalchemy import URL, make_url

from coach.motion.poses.track import Track
from coach.motion.report import Report
from coach.records.storage.database import Database
from coach.records.storage.store import Beginning, Block, close_unfinished, write_whole
from coach.records.values import Owner, RecordedFrom
from coach.tracks.decimation import thinned
from coach.tracks.packed import pack_track
from tests.history.figures import golden

NAMES = (
    "squat_front_fast_2",
    "squat_oblique_soft_6",
    "squat_front_chest_falls_1",
    "push_up_side_hips_sag_5",
    "push_up_side_leaves_4",
    "plank_side_16s",
)
YEARS = 5
ADDED = 1000
"""So many sets in one transaction."""


def fill(url: URL, count: int, owner: Owner | None = None, now: datetime | None = None) -> None:
    """Add so many sets of an owner, spread over YEARS years up to now; their ids are `me-0` and so
    on, or the profile's name instead of `me`."""
    database = Database(lambda: url, close_unfinished)
    owner = owner or Owner()
    sets = list(_sets(count, now or datetime.now(timezone.utc)))
    for first in range(0, count, ADDED):
        with database.writing() as session:
            for place, (name, when, report) in enumerate(sets[first : first + ADDED], first):
                start = Beginning(
                    owner, f"{owner.profile or 'me'}-{place}", RecordedFrom.CAMERA, when, "UTC"
                )
                uneven = 5.0 if "front" in name else None
                reps = tuple(replace(rep, uneven_deg=uneven) for rep in report.reps)
                write_whole(session, start, replace(report, reps=reps), (_block(name),))
    database.close()


def _sets(count: int, now: datetime) -> Iterator[tuple[str, datetime, Report]]:
    lot = random.Random(4)
    for place in range(count):
        name = lot.choice(NAMES)
        _, report = golden(name)
        # Most days have some sets; in the first week of a season there is nothing.
        back = timedelta(days=365.25 * YEARS * (count - place - 0.5) / count)
        when = now - back + timedelta(minutes=lot.uniform(-300, 0))
        yield name, when, _varied(report, lot, place / count)


def _varied(report: Report, lot: random.Random, way: float) -> Report:
    """As many reps as a set has, getting better on the way from 0 (long ago) to 1 (now)."""
    if not report.reps:
        return report
    wanted = lot.randint(6, 15)
    reps = []
    for number in range(1, wanted + 1):
        rep = report.reps[(number - 1) % len(report.reps)]
        faults = rep.faults if lot.random() > way else ()
        reach = rep.range_of_motion * lot.uniform(0.9, 1.0) * (0.9 + 0.1 * way)
        score = max(0, min(100, round(lot.gauss(75 + 20 * way, 6))))
        reps.append(replace(rep, number=number, faults=faults, range_of_motion=reach, score=score))
    return replace(report, reps=tuple(reps))


_BLOCKS: dict[str, Block] = {}


def _block(name: str) -> Block:
    if name not in _BLOCKS:
        kept: Track = thinned(golden(name)[0])
        _BLOCKS[name] = Block(0, len(kept.t), pack_track(kept))
    return _BLOCKS[name]


if __name__ == "__main__":
    fill(make_url(sys.argv[1]), int(sys.argv[2]))
