"""A set on its way into the database: what is to be written of it, and what has been."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
from sqlalchemy.orm import Session

from coach.motion.poses.pose import Pose
from coach.motion.poses.view import lasting
from coach.motion.report import Report, Rounding, make_report
from coach.motion.snapshot import Snapshot
from coach.records.storage import store
from coach.records.storage.database import Database
from coach.records.storage.store import Beginning, Block
from coach.tracks.packed import ROW, pack

MOST_REMEMBERED = 8_000_000
"""Bytes of a running set's movement that are kept though they are written: some three hours."""

Frames = tuple[tuple[float, Pose | None], ...]
"""(seconds of the set, the pose seen then or None), in order of time."""


@dataclass(frozen=True, eq=False)
class DraftState:
    """A set as it stands."""

    snapshot: Snapshot
    duration_s: float
    ended: bool
    blocks: Mapping[int, Frames] = field(default_factory=lambda: MappingProxyType({}))
    """By number, the stretches of movement that are new or have grown, each of at most pack.BLOCK
    frames and of pictures of one size."""


class Draft:
    """One set, handed from the thread that counts, by `put`, to the one that does all else."""

    def __init__(self, beginning: Beginning) -> None:
        self.beginning = beginning
        self._lock = threading.Lock()
        self._put: list[DraftState] = []
        self._gone = False
        # From here on the writing thread's own.
        self._state: DraftState | None = None
        self._blocks: dict[int, Block] = {}
        self._written: dict[int, Block] = {}
        self._saved: Snapshot | None = None
        self._generation = 0
        self._rounding = Rounding()

    def put(self, state: DraftState) -> None:
        """What the set has come to."""
        with self._lock:
            if not self._gone:
                self._put.append(state)

    def forget(self) -> None:
        """Write nothing more of it: its owner wants it gone."""
        with self._lock:
            self._gone = True
            self._put.clear()

    @property
    def waiting(self) -> bool:
        """Whether anything of it is still to be written."""
        with self._lock:
            return bool(self._put) or (self._state is not None and not self._gone)

    @property
    def size(self) -> int:
        """Bytes of movement that are to be written."""
        return sum(len(block.data) for block in list(self._blocks.values()))

    def take(self) -> None:
        """Make what was put small, so that much of it can wait."""
        with self._lock:
            states, self._put = self._put, []
        for state in states:
            self._state = state
            for number, frames in state.blocks.items():
                self._blocks[number] = _packed(number, frames)

    def drop_movement(self) -> None:
        """Give up the movement that is still to be written; the reps are not."""
        self._blocks.clear()

    def write(self, database: Database) -> None:
        """Bring the database up to date. Raises UnavailableError, and then nothing has changed."""
        self.take()
        state = self._state
        if state is None or self._gone:
            self._state = None
            return
        views = lasting(state.snapshot.views, state.duration_s)
        report = make_report(state.snapshot, state.duration_s, views, self._rounding)
        with database.writing() as session:
            # Asked once it is open: that it is another file now may have been found out just then.
            generation = database.generation
            if self._generation != generation:
                self._saved = None
                self._blocks = self._written | self._blocks
            key = store.find_set(session, self.beginning.owner, self.beginning.id)
            if key is None and self._saved is not None:
                self.forget()
            else:
                if key is None:
                    key = store.begin_set(session, self.beginning, report)
                self._save(session, key, state, report)
        self._generation = generation
        self._state, self._saved = None, state.snapshot
        self._remember()

    def _remember(self) -> None:
        """Keep what was written, for another file that may have to take its place."""
        self._written |= self._blocks
        self._blocks.clear()
        size = sum(len(block.data) for block in self._written.values())
        while size > MOST_REMEMBERED:
            size -= len(self._written.pop(min(self._written)).data)

    def _save(self, session: Session, key: int, state: DraftState, report: Report) -> None:
        store.write_set(session, key, report, ended=state.ended)
        now, before = state.snapshot, self._saved
        if before is None or now.reps != before.reps:
            same = 0 if before is None else _same(before.reps, now.reps)
            store.write_reps(session, key, report, same)
        if before is None or now.attempts != before.attempts:
            same = 0 if before is None else _same(before.attempts, now.attempts)
            store.write_attempts(session, key, report, same)
        store.write_movement(session, key, tuple(self._blocks.values()))
        if state.ended:
            store.join_movement(session, key)


def _same(before: Sequence[object], now: Sequence[object]) -> int:
    """How many of the first are the very same: what is not known (NaN) equals nothing."""
    pairs = enumerate(zip(before, now, strict=False))
    return next((i for i, (old, new) in pairs if old is not new), min(len(before), len(now)))


def _packed(number: int, frames: Frames) -> Block:
    rows = np.full((len(frames), ROW), np.nan, dtype=np.float32)
    size = (1, 1)
    for row, (_, pose) in zip(rows, frames, strict=True):
        if pose is not None:
            row[:] = np.concatenate([pose.image.ravel(), pose.world.ravel(), pose.visibility])
            size = pose.size
    return Block(number, len(frames), pack(np.array([t for t, _ in frames]), rows, size))
