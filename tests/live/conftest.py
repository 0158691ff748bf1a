"""A session on a stage: real code, with doubles for the camera's clock, the detector, the engine
and the drawing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pytest

from coach.arrays import Rgb
from coach.live.session import Session
from coach.live.settings import Settings
from coach.motion.look_schedule import Sighting
from coach.motion.poses.pose import LANDMARK_COUNT, Pose
from coach.motion.snapshot import Rep, Snapshot

KNOWN = ("squat", "push_up")


class FakeDetector:
    """Finds a person whose nose is as high as the picture's first pixel is bright."""

    def __init__(self, stage: Stage, model: str) -> None:
        self.stage, self.model, self.closed, self.welcomed = stage, model, 0, 0
        self.seen: list[float] = []
        self.pose: Pose | None = None

    def look(self, rgb: Rgb, t: float, gap_s: float) -> Sighting:
        assert not self.closed, "a closed detector was used"
        self.seen.append(t)
        if self.stage.in_detect is not None:
            self.stage.in_detect()
        image = np.full((LANDMARK_COUNT, 3), float(rgb[0, 0, 0]) / 255)
        size = (rgb.shape[1], rgb.shape[0])
        self.pose = Pose.from_arrays(t, image, image, np.ones(LANDMARK_COUNT), size)
        return Sighting(self.pose, fresh=self.stage.fresh)

    def carried(self, t: float) -> Pose | None:
        return self.pose

    def welcome(self) -> None:
        self.welcomed += 1

    def close(self) -> None:
        self.closed += 1
        if self.stage.in_close is not None:
            self.stage.in_close()


class FakeEngine:
    """Counts a rep whenever the nose comes up again; `finish` counts one that is still down too."""

    def __init__(
        self, exercise: str, level: str, in_see: Callable[[], object] = lambda: None
    ) -> None:
        self.in_see = in_see
        if exercise not in KNOWN:
            raise KeyError(exercise)
        self.exercise, self.level = exercise, level
        self.reps: tuple[Rep, ...] = ()
        self.down_at: float | None = None
        self.t = -1.0
        self.times: list[float] = []

    def see(self, t: float, pose: Pose | None) -> Snapshot:
        self.in_see()
        self.times.append(t)
        if t > self.t and pose is not None:
            self.t = t
            if pose.image[0, 1] < 0.5:
                self.down_at = t if self.down_at is None else self.down_at
            elif self.down_at is not None:
                self.reps, self.down_at = self._closed(), None
        return Snapshot(t=self.t, exercise=self.exercise, level=self.level, reps=self.reps)

    def finish(self) -> Snapshot:
        reps = self._closed()
        return Snapshot(t=self.t, exercise=self.exercise, level=self.level, reps=reps)

    def _closed(self) -> tuple[Rep, ...]:
        if self.down_at is None:
            return self.reps
        return (*self.reps, Rep(len(self.reps) + 1, self.down_at, self.down_at, self.t, 1.0))


@dataclass
class Stage:
    """in_detect, in_see, in_close, in_draw, in_make: what happens there, a failure for instance.
    fresh: whether poses are seen in the picture or carried along."""

    now: float = 100.0
    in_detect: Callable[[], object] | None = None
    in_see: Callable[[], object] | None = None
    in_close: Callable[[], None] | None = None
    in_draw: Callable[[], None] | None = None
    in_make: Callable[[], None] | None = None
    detectors: list[FakeDetector] = field(default_factory=list)
    engines: list[FakeEngine] = field(default_factory=list)
    drawn: list[tuple[Rgb, Pose | None, Snapshot, Settings]] = field(default_factory=list)
    t: float = 0.0
    fresh: bool = True

    def __post_init__(self) -> None:
        self.session = Session(
            detectors=self.make_detector,
            engines=self.make_engine,
            draw=self.draw,
            settings=Settings("squat"),
            clock=lambda: self.now,
        )

    def make_detector(self, model: str) -> FakeDetector:
        if self.in_make is not None:
            self.in_make()
        self.detectors.append(FakeDetector(self, model))
        return self.detectors[-1]

    def make_engine(self, exercise: str, level: str) -> FakeEngine:
        engine = FakeEngine(exercise, level, lambda: self.in_see and self.in_see())
        self.engines.append(engine)
        return engine

    def draw(self, rgb: Rgb, pose: Pose | None, snapshot: Snapshot, settings: Settings) -> Rgb:
        self.drawn.append((rgb.copy(), pose, snapshot, settings))
        if self.in_draw is not None:
            self.in_draw()
        return np.full_like(rgb, 77)

    def send(self, *bright: int, step: float = 1 / 30, received: int = 1) -> list[Rgb]:
        """Frames of these brightnesses, `step` seconds apart by their own time and the clock."""
        answers = []
        for level in bright:
            self.t += step
            self.now += step
            answers.append(self.session.frame(picture(level, self.t), self.t, received))
        return answers

    def reconnect(self) -> None:
        """STOP and START: the connection ends, and frames' times begin again near 0."""
        self.session.end()
        self.t = 0.0

    @property
    def reps(self) -> int:
        return len(self.session.snapshot().snapshot.reps)


def picture(bright: int, noise: float = 0.0) -> Rgb:
    """48 x 32 pixels; the left half is brighter by 20, and one row changes with `noise`."""
    rgb = np.full((32, 48, 3), bright, dtype=np.uint8)
    rgb[:, :24] = min(255, bright + 20) if bright else 0
    rgb[0, 0] = bright
    rgb[8] = int(noise * 1000) % 200 if bright else 0
    return rgb


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def in_thread() -> Callable[[Callable[[], object]], threading.Thread]:
    """Starts a function in a thread."""

    def start(work: Callable[[], object]) -> threading.Thread:
        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        return thread

    return start
