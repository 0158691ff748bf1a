"""A set: the one in progress, and what is kept of one that is finished."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from coach.live.timeline import Timeline
from coach.motion.fast_replace import replace
from coach.motion.poses.pose import Pose
from coach.motion.poses.turning import turn_pose
from coach.motion.snapshot import Cue, Snapshot, Tone

SOMEBODY_ELSE = "gate.somebody_else"
"""Key of what is said while the set waits for the person who began it."""


class SetEngine(Protocol):
    """The engine, as a set needs it."""

    def see(self, t: float, pose: Pose | None) -> Snapshot:
        """One frame at t seconds."""

    def finish(self) -> Snapshot:
        """The set as it would stand if it ended now; it may go on."""


class Keeper(Protocol):
    """Whatever keeps a set while it is done. Called under the set's lock: it only notes what it is
    told, never waits and never raises."""

    @property
    def trouble(self) -> str:
        """Why the set is not kept, as a sentence; empty while it is."""

    def see(self, t: float, pose: Pose | None, snapshot: Snapshot) -> None:
        """A frame that was judged, at t seconds of the set, and what is known after it."""

    def pause(self, snapshot: Snapshot, duration_s: float) -> None:
        """The camera is off: the set as it would stand if it ended now. It may go on."""

    def finish(self, snapshot: Snapshot, duration_s: float) -> None:
        """The set is over."""


KeeperFactory = Callable[[str, str], Keeper]
"""Makes what keeps a set of an exercise (key) and a level. Two that are equal keep for the same
person."""

EngineFactory = Callable[[str, str], SetEngine]
"""Makes the engine of an exercise (key) and a level."""


@dataclass(frozen=True)
class SetRecord:
    """One set."""

    exercise: str
    level: str
    snapshot: Snapshot
    """The engine's last."""
    duration_s: float
    """Seconds under the camera."""

    @property
    def worth_keeping(self) -> bool:
        """Whether anything was done in it."""
        snapshot = self.snapshot
        return bool(snapshot.reps or snapshot.attempts or snapshot.hold_s > 0)


class RunningSet:
    """A set in progress: its engine and its time.

    Frames, the page and the end of a connection may meet here: one lock has them take turns. What
    was last known is read without it.
    """

    def __init__(
        self,
        exercise: str,
        level: str,
        engines: EngineFactory,
        keepers: KeeperFactory | None = None,
    ) -> None:
        self._exercise = exercise
        self._level = level
        self._engine = engines(exercise, level)
        self._keeper = None if keepers is None else keepers(exercise, level)
        self._timeline = Timeline()
        self._lock = threading.Lock()
        self._over = False
        self._snapshot = Snapshot(t=0.0, exercise=exercise, level=level)

    @property
    def snapshot(self) -> Snapshot:
        """What the engine said last."""
        return self._snapshot

    def see(self, t: float, pose: Pose | None, *, stranger: bool = False) -> Snapshot:
        """A frame at `t` seconds of its connection; stranger: somebody else is in it. One that was
        under way when the set ended is no part of it."""
        with self._lock:
            if not self._over:
                self._see(t, pose, stranger=stranger)
            return self._snapshot

    def _see(self, t: float, pose: Pose | None, *, stranger: bool) -> None:
        placed = self._timeline.place(t)
        if pose is not None:
            # A pose brings its connection's time, by which the engine would see nothing new.
            pose = replace(pose, t=placed)
        snapshot = self._engine.see(placed, pose)
        if stranger:
            snapshot = replace(snapshot, cue=Cue(SOMEBODY_ELSE, Tone.GUIDE, placed))
        self._snapshot = snapshot
        if self._keeper is not None:
            # A movement is kept upright, however the camera lies.
            upright = None if pose is None else turn_pose(pose, self._snapshot.turned)
            self._keeper.see(placed, upright, self._snapshot)

    def pause(self) -> None:
        """The connection has ended; the set has not, unless it had before."""
        with self._lock:
            self._timeline.cut()
            if self._keeper is not None and not self._over:
                record = self._record()
                self._keeper.pause(record.snapshot, record.duration_s)

    def finish(self) -> SetRecord:
        """The set is over."""
        with self._lock:
            self._over = True
            record = self._record()
            if self._keeper is not None:
                self._keeper.finish(record.snapshot, record.duration_s)
            return record

    @property
    def unkept(self) -> str:
        """Why the set is not kept, as a sentence; empty while it is."""
        return "" if self._keeper is None else self._keeper.trouble

    def record(self) -> SetRecord:
        """The set as it would stand if it ended now. The set itself can go on."""
        with self._lock:
            return self._record()

    def _record(self) -> SetRecord:
        final = self._engine.finish() if self._timeline.now > 0 else self._snapshot
        return SetRecord(self._exercise, self._level, final, self._timeline.now)
