"""What keeps one set while it is done before the camera.

Everything here runs on the thread that counts: it notes and hands on, and the writer does the work.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import islice
from uuid import uuid4

from coach.motion.poses.pose import Pose
from coach.motion.snapshot import Attempt, HeldTime, Rep, Snapshot
from coach.records.keeping.draft import Draft, DraftState, Frames
from coach.records.keeping.writer import Writer
from coach.records.storage.store import Beginning
from coach.records.values import Owner, RecordedFrom
from coach.records.zones import zone_or_utc
from coach.texts import say
from coach.tracks.decimation import LEAST_S
from coach.tracks.packed import BLOCK

LOGGER = logging.getLogger(__name__)

AROUND_S = 20.0
"""Seconds of movement kept before and after anything that counts: who stands before the camera for
an hour between two reps costs no more."""

HOLD_S = 1.0
"""Seconds of a hold after which it is saved again: the most of it that a power cut takes."""

_AROUND = int(AROUND_S / LEAST_S)


class SetKeeper:
    """Keeps one set of `owner` through the `writer`. zone: IANA name of where they are. wall: the
    time of day, read once.

    Never raises and never waits. Not thread-safe: its session's lock guards it.
    """

    def __init__(
        self,
        writer: Writer,
        owner: Owner,
        zone: str,
        wall: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    ) -> None:
        self._writer = writer
        self._owner = owner
        self._zone = zone_or_utc(zone)
        self._wall = wall
        self._draft: Draft | None = None
        self._done = False
        self._known = Snapshot(t=0.0, exercise="", level="")
        self._recent: deque[tuple[float, Pose | None]] = deque(maxlen=_AROUND)
        self._unused = 0
        self._block: list[tuple[float, Pose | None]] = []
        self._number = 0
        self._kept_t = self._busy_t = float("-inf")

    @property
    def trouble(self) -> str:
        """Why the set is not saved, or what else its owner should know; or nothing."""
        if self._draft is not None and self._draft.waiting and self._writer.why:
            return say("records.waiting", why=self._writer.why)
        return self._writer.notice

    def see(self, t: float, pose: Pose | None, snapshot: Snapshot) -> None:
        """A frame that was judged, at t seconds of the set, and what is known after it."""
        if self._done:
            return
        try:
            self._see(t, pose, snapshot)
        except Exception:
            # Counting goes on whatever becomes of the records.
            self._done = True
            LOGGER.exception("A set is not kept any more")

    def pause(self, snapshot: Snapshot, duration_s: float) -> None:
        """The camera is off, and may come back: the set as it would stand if it ended now."""
        if self._done:
            return
        try:
            self._pause(snapshot, duration_s)
        except Exception:
            self._done = True
            LOGGER.exception("A set is not kept any more")

    def finish(self, snapshot: Snapshot, duration_s: float) -> None:
        """The set is over; as `pause`, and what is seen afterwards is no part of it."""
        self.pause(snapshot, duration_s)
        self._done = True

    def _see(self, t: float, pose: Pose | None, snapshot: Snapshot) -> None:
        if t - self._kept_t >= LEAST_S:
            self._kept_t = t
            self._recent.append((t, pose))
            self._unused = min(self._unused + 1, _AROUND)
        new = self._is_new(snapshot)
        if new:
            self._busy_t = t
        if t - self._busy_t > AROUND_S:
            return
        blocks = self._gather()
        if new and self._block:
            blocks[self._number] = tuple(self._block)
        if new or blocks:
            self._put(snapshot, t, blocks, ended=False)

    def _pause(self, snapshot: Snapshot, duration_s: float) -> None:
        worth = snapshot.reps or snapshot.attempts or snapshot.hold_s > 0
        if not worth or (not self._recent and self._draft is None):
            return
        blocks = self._gather() if duration_s - self._busy_t <= AROUND_S else {}
        self._put(snapshot, duration_s, blocks | self._cut(), ended=True)

    def _is_new(self, snapshot: Snapshot) -> bool:
        known = self._known
        return (
            snapshot.reps != known.reps
            or snapshot.attempts != known.attempts
            or snapshot.holds != known.holds
            or snapshot.hold_s >= known.hold_s + HOLD_S
        )

    def _put(self, snapshot: Snapshot, t: float, blocks: dict[int, Frames], *, ended: bool) -> None:
        standing = snapshot if ended else _as_it_stands(snapshot)
        if self._draft is None:
            self._draft = Draft(self._begun(standing, t))
        self._known = snapshot
        self._draft.put(DraftState(standing, t, ended, blocks))
        self._writer.add(self._draft)

    def _begun(self, snapshot: Snapshot, t: float) -> Beginning:
        """A clock that is set later moves no set, and stretches none: it is read here alone."""
        done: list[Rep | Attempt | HeldTime] = [*snapshot.reps, *snapshot.attempts, *snapshot.holds]
        starts = [each.start_s for each in done]
        begun = self._wall() - timedelta(seconds=max(0.0, t - min(starts, default=t)))
        return Beginning(self._owner, uuid4().hex, RecordedFrom.CAMERA, begun, self._zone)

    def _gather(self) -> dict[int, Frames]:
        """Put what was seen lately into blocks; gives those that are complete by now."""
        complete: dict[int, Frames] = {}
        first = len(self._recent) - self._unused
        self._unused = 0
        for frame in islice(self._recent, first, None):
            if _another_size(self._block, frame):
                complete |= self._cut()
            self._block.append(frame)
            if len(self._block) == BLOCK:
                complete |= self._cut()
        return complete

    def _cut(self) -> dict[int, Frames]:
        """The block as it is, the next one begun."""
        if not self._block:
            return {}
        complete = {self._number: tuple(self._block)}
        self._block.clear()
        self._number += 1
        return complete


def _as_it_stands(snapshot: Snapshot) -> Snapshot:
    """With the hold in progress among those that are done: nothing may come after it."""
    running = snapshot.hold_s - sum(hold.end_s - hold.start_s for hold in snapshot.holds)
    if not snapshot.holding or running <= 0:
        return snapshot
    return replace(snapshot, holds=(*snapshot.holds, HeldTime(snapshot.t - running, snapshot.t)))


def _another_size(block: list[tuple[float, Pose | None]], frame: tuple[float, Pose | None]) -> bool:
    """Whether a frame cannot be in one block with the others: a phone was turned."""
    pose = frame[1]
    sizes = (other.size for _, other in block if other is not None)
    return pose is not None and next(sizes, pose.size) != pose.size
