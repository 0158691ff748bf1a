"""A set: the one in progress, and what is kept of one that is finished."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from coach.live.timeline import Timeline
from coach.motion.pose import Pose
from coach.motion.snapshot import Snapshot


class Judge(Protocol):
    """The engine, as a set needs it. Its state is values that are replaced, never changed, so that
    a shallow copy of it can go another way."""

    def see(self, t: float, pose: Pose | None) -> Snapshot:
        """One frame at t seconds."""

    def finish(self) -> Snapshot:
        """The set ends: a rep at its very end is closed."""


EngineFactory = Callable[[str, str], Judge]
"""Makes the engine of an exercise (key) and a level."""


@dataclass(frozen=True)
class SetRecord:
    """One set. snapshot: the engine's last. duration_s: seconds under the camera."""

    exercise: str
    level: str
    snapshot: Snapshot
    duration_s: float

    @property
    def worth_keeping(self) -> bool:
        """Whether anything was done in it."""
        snapshot = self.snapshot
        return bool(snapshot.reps or snapshot.attempts or snapshot.hold_s > 0)


class RunningSet:
    """A set in progress: its engine and its time. For use under the session's lock."""

    def __init__(self, exercise: str, level: str, engines: EngineFactory) -> None:
        self._exercise = exercise
        self._level = level
        self._engine = engines(exercise, level)
        self._timeline = Timeline()
        self._snapshot = Snapshot(t=0.0, exercise=exercise, level=level)

    @property
    def snapshot(self) -> Snapshot:
        """What the engine said last."""
        return self._snapshot

    def see(self, t: float, pose: Pose | None) -> Snapshot:
        """A frame at `t` seconds of its connection."""
        self._snapshot = self._engine.see(self._timeline.place(t), pose)
        return self._snapshot

    def pause(self) -> None:
        """The connection has ended; the set has not."""
        self._timeline.cut()

    def record(self) -> SetRecord:
        """The set as it would stand if it ended now. The set itself can go on: a copy of the engine
        is finished, not the engine."""
        if self._timeline.now > 0:
            final = copy.copy(self._engine).finish()
        else:
            final = self._snapshot
        return SetRecord(self._exercise, self._level, final, self._timeline.now)
