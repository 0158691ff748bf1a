"""The one object that the page's thread and the frame thread share.

The frame thread calls `frame`, the server's event loop calls `end`, the page calls everything else.
The workout outlives STOP; the detector lives from a connection's first frame to its end.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Collection

from coach.arrays import Rgb
from coach.live.absence import Absence
from coach.live.camera_watch import CameraFault, CameraWatch
from coach.live.detector_lease import ConnectionDetector, DetectorFactory, DetectorLease
from coach.live.fallback_frame import fallback_frame
from coach.live.live_state import LiveState, Trouble
from coach.live.load.fleet import Fleet, Load
from coach.live.load.quality import Quality
from coach.live.load.session_metrics import SessionMetrics
from coach.live.set_record import EngineFactory, KeeperFactory, RunningSet, SetRecord
from coach.live.settings import Settings
from coach.live.transport.show_pace import ShowPace
from coach.motion.look_schedule import Sighting
from coach.motion.poses.pose import Pose
from coach.motion.snapshot import Snapshot
from coach.texts import say

LOGGER = logging.getLogger(__name__)

Draw = Callable[[Rgb, Pose | None, Snapshot, Settings], Rgb]
"""Gives the picture (h, w, 3) as it is shown: mirrored, hidden, drawn on. May change the one it is
given."""

RETRY_S = 2.0
"""Seconds between two attempts to make a detector that could not be made."""


class Session:
    """One person's workout in one browser tab.

    detectors, engines, draw: what does the work. fleet: all sessions that share the machine.
    models: tells which models are on it. clock: seconds that never go back, for frame rates and
    waiting; the engine's time is the frames' own. To be set: `present` tells whether the tab is
    still open.
    """

    def __init__(
        self,
        *,
        detectors: DetectorFactory,
        engines: EngineFactory,
        draw: Draw,
        settings: Settings,
        fleet: Fleet | None = None,
        models: Callable[[], Collection[str]] = tuple,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fleet = Fleet() if fleet is None else fleet
        self._models = models
        self._engines = engines
        self._draw = draw
        self._clock = clock
        self.present: Callable[[], bool] = lambda: True
        self._lock = threading.Lock()
        self._lease = DetectorLease(detectors, self._lock)
        self._settings = settings
        self._set = RunningSet(settings.exercise, settings.level, engines)
        self._keepers: KeeperFactory | None = None
        self._finished: tuple[SetRecord, ...] = ()
        self._absence = Absence()
        self._metrics = SessionMetrics()
        self._camera: CameraFault | None = None
        self._trouble: Trouble | None = None
        self._waiting_since: float | None = None
        self._begin_connection()
        self._fleet.join(self)

    def apply(self, settings: Settings) -> None:
        """What the page says now. Another exercise or level finishes the set and begins a new one;
        everything else applies from the next frame on. Raises what the engines raise on an unknown
        exercise or level, and then nothing has changed."""
        before = self._settings
        if not settings.same_set(before):
            self._begin(settings)
        with self._lock:
            if settings.model != before.model:
                self._retry_at = float("-inf")
            self._settings = settings

    def keep(self, keepers: KeeperFactory) -> None:
        """By what sets are kept from now on. Another person's finishes the running set, and what
        was done before is shown no more."""
        if keepers != self._keepers:
            self._keepers = keepers
            self._begin(self._settings)
            with self._lock:
                self._finished = ()

    def new_set(self) -> None:
        """Finish the running set, keep it, and begin another of the same kind."""
        self._begin(self._settings)

    def summary(self) -> SetRecord:
        """The running set as it would stand if it ended now; it can still go on."""
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
                received_fps=self._metrics.received_fps(now),
                processed_fps=self._metrics.shown_fps(now),
                quiet_s=0.0 if waiting is None else now - waiting,
                camera=self._camera,
                never_seen=self._absence.is_long(now),
                trouble=self._trouble,
                unkept=self._set.unkept,
                quality=self._quality,
                model=self._model,
            )

    def load(self) -> Load | None:
        """What the session takes of the machine; None while no picture comes."""
        with self._lock:
            return self._metrics.load(self._clock())

    def place(self) -> int:
        """The place in the queue of those who wait to be served; 0 where one is served."""
        return self._fleet.ask(self, self._clock())

    @property
    def alone(self) -> bool:
        """Whether nobody else trains on this machine now."""
        return len(self._fleet.status(self._clock()).loads) <= 1

    def skips(self, t: float, received: int) -> bool:
        """Whether a frame at t seconds is not sent back, so that a busy machine has time for its
        looks. received: as in `frame`, which is then not called."""
        now = self._clock()
        gap_s = self._fleet.quality(now).show_gap_s
        with self._lock:
            if self._shown.lets(t, gap_s):
                return False
            first = self._count(now, received)
            self._metrics.answer(now, shown=False, late=False)
        self._tell_begun(first)
        self._fleet.counters.skip(received)
        return True

    def frame(self, rgb: Rgb, t: float, received: int = 1) -> Rgb | None:
        """One frame's way; None where `late` has given it back meanwhile. rgb: (h, w, 3), writable,
        may be drawn on. t: seconds of its connection. received: frames that came since the last
        call, this one included. Never raises: what cannot be worked on is returned as it came, or,
        in the privacy view, as a plain ground."""
        quality = self._fleet.quality(self._clock())
        with self._lock:
            now = self._clock()
            settings = self._settings
            running = self._set
            self._quality = quality
            first = self._count(now, received)
            watch = self._watch
        self._tell_begun(first)
        camera = watch.look(rgb, now)
        with self._lock:
            if self._watch is watch:
                self._camera = camera
        if not self._lease.enter():
            with self._lock:
                self._metrics.answer(now, shown=False, late=True)
            self._fleet.counters.skip(received)
            return fallback_frame(rgb, settings)
        try:
            picture, shown = self._work(rgb, t, settings, running, quality)
        finally:
            self._lease.leave()
        with self._lock:
            after = self._clock()
            if picture is not None:
                self._metrics.answer(after, shown=shown, late=False)
        self._fleet.counters.frame(received, after - now)
        return picture

    def late(self, rgb: Rgb, t: float, received: int) -> Rgb:
        """A frame's way while `frame` is still busy with it or an older one: the last pose is
        carried along. For another thread than `frame`, with a picture of its own; received as
        there, 0 where `frame` was told of them. Never raises."""
        with self._lock:
            settings, snapshot = self._settings, self._set.snapshot
            now = self._clock()
            if not received:
                self._overtaken = t
            first = self._count(now, received)
        self._tell_begun(first)
        picture, shown = rgb, False
        if self._proven:
            try:
                pose = self._lease.carried(t)
                picture, shown = self._draw(rgb, pose, snapshot, settings), True
            except Exception as error:  # noqa: BLE001 - whatever it is, the video must go on
                self._failed("live.trouble.drawing", error)
        if not shown:
            picture = fallback_frame(rgb, settings)
        with self._lock:
            self._metrics.answer(self._clock(), shown=shown, late=True)
        self._fleet.counters.late(received)
        return picture

    def end(self) -> None:
        """The connection has ended. Any number of times, also before the first frame or while one
        is in flight; a frame that comes afterwards begins a new connection."""
        self._lease.end()
        self._set.pause()
        with self._lock:
            frames = self._frames
            self._begin_connection()
        if frames:
            LOGGER.info("%s", say("log.session_ended", frames=frames))

    def _begin_connection(self) -> None:
        """Nothing is known of the connection that comes. Under the lock."""
        self._watch = CameraWatch()
        self._absence.forget()
        self._metrics.clear()
        self._quality = Quality()
        self._model = ""
        self._frames = 0
        self._overtaken = float("nan")
        self._shown = ShowPace()
        self._retry_at = float("-inf")
        self._camera = self._trouble = None
        self._logged: set[str] = set()
        self._proven = ""

    def _count(self, now: float, received: int) -> bool:
        """So many frames came; whether they are a connection's first. Under the lock."""
        self._frames += received
        if self._waiting_since is not None:
            self._waiting_since = now
        return self._metrics.receive(now, received)

    def _tell_begun(self, first: bool) -> None:
        """To be told of every `_count`: a connection's first frame may come by any way, and its
        very first one by two at once, since it is given back before the network is loaded."""
        if first:
            self._fleet.counters.begin()
            LOGGER.info("%s", say("log.session_begun", exercise=self._settings.exercise))

    def _work(
        self, rgb: Rgb, t: float, settings: Settings, running: RunningSet, quality: Quality
    ) -> tuple[Rgb | None, bool]:
        """The picture to show, and whether it shows what was seen in it; None as in `frame`."""
        step = "live.trouble.model"
        try:
            if self._clock() < self._retry_at:
                return fallback_frame(rgb, settings), False
            model = quality.model(settings.model, self._models)
            detector = self._lease.detector(model)
            # The network is loaded at the first picture: until one has come through, a failure is
            # the model's.
            if self._proven == model:
                step = "live.trouble.detector"
            sighting = self._look(detector, rgb, t, quality.gap_s)
            self._proven = self._model = model
            step = "live.trouble.engine"
            snapshot = running.snapshot
            if sighting.fresh:
                snapshot = running.see(t, sighting.pose, stranger=sighting.stranger)
            with self._lock:
                if self._overtaken == t:
                    return None, False
            step = "live.trouble.drawing"
            picture = self._draw(rgb, sighting.pose, snapshot, settings)
        except Exception as error:  # noqa: BLE001 - whatever it is, the video must go on
            self._failed(step, error)
            return fallback_frame(rgb, settings), False
        with self._lock:
            self._trouble = None
        return picture, True

    def _look(self, detector: ConnectionDetector, rgb: Rgb, t: float, gap_s: float) -> Sighting:
        before = self._clock()
        sighting = detector.look(rgb, t, gap_s)
        if sighting.fresh:
            after = self._clock()
            self._fleet.counters.look(after - before)
            with self._lock:
                self._metrics.look(after, after - before)
                seen = sighting.stranger or sighting.pose is not None
                self._absence.look(after, person=seen)
        return sighting

    def _failed(self, step: str, error: Exception) -> None:
        self._fleet.counters.error(step.rpartition(".")[2])
        with self._lock:
            known = step in self._logged
            self._logged.add(step)
            lines = str(error).splitlines() or [type(error).__name__]
            self._trouble = Trouble(step, lines[0][:200])
            if step == "live.trouble.model":
                self._retry_at = self._clock() + RETRY_S
        if not known:
            LOGGER.error("A frame could not be worked on (%s)", step, exc_info=error)

    def _begin(self, settings: Settings) -> None:
        """For the page's thread alone."""
        following = RunningSet(settings.exercise, settings.level, self._engines, self._keepers)
        with self._lock:
            # Those who train by turns say so by what they press.
            self._lease.welcome()
            before, self._set = self._set, following
            self._settings = settings
        record = before.finish()
        if record.worth_keeping:
            with self._lock:
                self._finished = (*self._finished, record)
