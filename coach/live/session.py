"""The one object that the page's thread and the frame thread share.

The frame thread calls `frame`, the server's event loop calls `end`, the page calls everything else.
The workout outlives STOP; the detector lives from a connection's first frame to its end.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

import numpy as np

from coach.live.camera_watch import CameraFault, CameraWatch, Picture
from coach.live.detector_lease import DetectorFactory, DetectorLease
from coach.live.frame_rate import FrameRate
from coach.live.live_state import LiveState, Trouble
from coach.live.set_record import EngineFactory, RunningSet, SetRecord
from coach.live.settings import Settings
from coach.motion.pose import Pose
from coach.motion.snapshot import Snapshot

LOGGER = logging.getLogger(__name__)

Draw = Callable[[Picture, Pose | None, Snapshot, Settings], Picture]
"""Gives the picture (h, w, 3) as it is shown: mirrored, hidden, drawn on. May change the one it is
given."""

PLAIN = 24
"""Grey level, 0 to 255, of what is shown in the privacy view when nothing could be drawn."""

RETRY_S = 2.0
"""Seconds between two attempts to make a detector that could not be made."""


class Session:
    """One person's workout in one browser tab.

    detectors, engines, draw: what does the work. clock: seconds that never go back, for frame rates
    and waiting; the engine's time is the frames' own.
    """

    def __init__(
        self,
        *,
        detectors: DetectorFactory,
        engines: EngineFactory,
        draw: Draw,
        settings: Settings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engines = engines
        self._draw = draw
        self._clock = clock
        self._lock = threading.Lock()
        self._lease = DetectorLease(detectors, self._lock)
        self._settings = settings
        self._set = RunningSet(settings.exercise, settings.level, engines)
        self._finished: tuple[SetRecord, ...] = ()
        self._watch = CameraWatch()
        self._received = FrameRate()
        self._processed = FrameRate()
        self._frames = 0
        self._camera: CameraFault | None = None
        self._trouble: Trouble | None = None
        self._logged: set[str] = set()
        self._retry_at = float("-inf")
        self._proven = ""
        self._waiting_since: float | None = None

    def apply(self, settings: Settings) -> None:
        """What the page says now. Another exercise or level finishes the set and begins a new one;
        everything else applies from the next frame on. Raises what the engines raise on an unknown
        exercise or level, and then nothing has changed."""
        with self._lock:
            if not settings.same_set(self._settings):
                self._begin(settings.exercise, settings.level)
            if settings.model != self._settings.model:
                self._retry_at = float("-inf")
            self._settings = settings

    def new_set(self) -> None:
        """Finish the running set, keep it, and begin another of the same kind."""
        with self._lock:
            self._begin(self._settings.exercise, self._settings.level)

    def summary(self) -> SetRecord:
        """The running set as it would stand if it ended now; it can still go on."""
        with self._lock:
            return self._set.record()

    def expect(self, *, frames: bool) -> None:
        """Whether the connection should be bringing frames now, by what the page knows of it."""
        with self._lock:
            if not frames:
                self._waiting_since = None
            elif self._waiting_since is None:
                self._waiting_since = self._clock()

    def snapshot(self) -> LiveState:
        """Everything the page shows, as of now."""
        with self._lock:
            now = self._clock()
            waiting = self._waiting_since
            return LiveState(
                settings=self._settings,
                snapshot=self._set.snapshot,
                finished=self._finished,
                streaming=self._frames > 0,
                frames=self._frames,
                received_fps=self._received.per_second(now),
                processed_fps=self._processed.per_second(now),
                quiet_s=0.0 if waiting is None else now - waiting,
                camera=self._camera,
                trouble=self._trouble,
            )

    def frame(self, rgb: Picture, t: float, received: int = 1) -> Picture:
        """One frame's way. rgb: (h, w, 3), writable, may be drawn on. t: seconds of its connection.
        received: frames that came since the last call, this one included. Never raises: what cannot
        be worked on is returned as it came, or, in the privacy view, as a plain ground."""
        with self._lock:
            now = self._clock()
            settings = self._settings
            running = self._set
            self._frames += received
            self._received.count(now, received)
            if self._waiting_since is not None:
                self._waiting_since = now
            self._camera = self._watch.look(rgb, now)
        if not self._lease.enter():
            return _ground(rgb, settings)
        try:
            return self._work(rgb, t, settings, running)
        finally:
            self._lease.leave()

    def end(self) -> None:
        """The connection has ended. Any number of times, also before the first frame or while one
        is in flight; a frame that comes afterwards begins a new connection."""
        self._lease.end()
        with self._lock:
            self._set.pause()
            self._watch.forget()
            self._received.clear()
            self._processed.clear()
            self._frames = 0
            self._camera = None
            self._trouble = None
            self._logged.clear()
            self._retry_at = float("-inf")
            self._proven = ""

    def _work(self, rgb: Picture, t: float, settings: Settings, running: RunningSet) -> Picture:
        step = "live.trouble.model"
        try:
            if self._clock() < self._retry_at:
                return _ground(rgb, settings)
            detector = self._lease.detector(settings.model)
            # The network is loaded at the first picture: until one has come through, a failure is
            # the model's.
            if self._proven == settings.model:
                step = "live.trouble.detector"
            sighting = detector.look(rgb, t)
            self._proven = settings.model
            step = "live.trouble.engine"
            with self._lock:
                snapshot = running.see(t, sighting.pose) if sighting.fresh else running.snapshot
            step = "live.trouble.drawing"
            picture = self._draw(rgb, sighting.pose, snapshot, settings)
        except Exception as error:  # noqa: BLE001 - whatever it is, the video must go on
            self._failed(step, error)
            return _ground(rgb, settings)
        with self._lock:
            self._trouble = None
            self._processed.count(self._clock())
        return picture

    def _failed(self, step: str, error: Exception) -> None:
        with self._lock:
            known = step in self._logged
            self._logged.add(step)
            lines = str(error).splitlines() or [type(error).__name__]
            self._trouble = Trouble(step, lines[0][:200])
            if step == "live.trouble.model":
                self._retry_at = self._clock() + RETRY_S
        if not known:
            LOGGER.error("A frame could not be worked on (%s)", step, exc_info=error)

    def _begin(self, exercise: str, level: str) -> None:
        record = self._set.record()
        self._set = RunningSet(exercise, level, self._engines)
        if record.worth_keeping:
            self._finished = (*self._finished, record)


def _ground(rgb: Picture, settings: Settings) -> Picture:
    """What is shown where nothing could be drawn: the picture; in the privacy view none of it."""
    if settings.privacy:
        return np.full_like(rgb, PLAIN)
    return np.ascontiguousarray(rgb[:, ::-1]) if settings.mirrored else rgb
