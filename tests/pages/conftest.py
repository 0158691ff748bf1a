"""The app without a browser: the stream's seam is replaced, doubles do the session's work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from coach import process
from coach.live.load.fleet import Fleet
from coach.live.session import Session
from coach.live.settings import Settings
from coach.live.transport import stream
from coach.live.transport.relay import RelayPlan
from coach.motion.look_schedule import Sighting
from coach.motion.snapshot import Attempt, Cue, Evidence, HeldTime, Phase, Rep, Snapshot, Tone, View
from coach.ui.live import model_download as model_ready
from coach.ui.live import session as live_session
from coach.vision.self_test import SelfTest

APP = Path(__file__).parents[2] / "coach_app.py"


class OneRepPerFrame:
    """An engine that counts a rep at every frame, or holds for as long as frames come; every
    fourth movement is an attempt."""

    def __init__(self, exercise: str, level: str) -> None:
        self.exercise, self.level, self.frames, self.t = exercise, level, 0, 0.0

    def see(self, t, pose) -> Snapshot:
        self.frames, self.t = self.frames + 1, t
        return self.finish()

    def finish(self) -> Snapshot:
        tried = [i for i in range(self.frames) if i % 4 == 3]
        done = [i for i in range(self.frames) if i % 4 != 3]
        shallow = Evidence("shallow", 118.0, None, 95.0, "deg", self.t, View.LEFT, 0.9)
        return Snapshot(
            t=self.t,
            exercise=self.exercise,
            level=self.level,
            ready=True,
            tracked=True,
            view=View.LEFT,
            phase=Phase.HOLD if self.exercise == "plank" else Phase.TOP,
            reps=tuple(
                Rep(n + 1, i, i + 1.2, i + 2.1, 1.04, ("shallow",) if n else (), score=80)
                for n, i in enumerate(done)
            ),
            attempts=tuple(
                Attempt("shallow", i, i + 1, i + 2, 0.6, {"shallow": shallow}) for i in tried
            ),
            hold_s=float(self.frames),
            holding=self.frames > 3,
            holds=(HeldTime(0.0, 3.0),) if self.exercise == "plank" else (),
            cue=Cue("squat.shallow", Tone.FAULT, self.t, "Go deeper"),
        )


class Nobody:
    """A detector of empty rooms."""

    def look(self, rgb, t, gap_s):
        return Sighting(None)

    def carried(self, t):
        return None

    def welcome(self) -> None:
        """Nobody is known."""

    def close(self) -> None:
        return None


@dataclass
class Stage:
    """connection: what the seam answers. frames(n) lets n frames come, all that share `fleet`."""

    connection: stream.Connection = field(default_factory=stream.Connection)
    facing: stream.Facing | None = None
    plan: RelayPlan | None = None
    now: float = 0.0
    t: float = 0.0
    session: Session | None = None
    fleet: Fleet = field(default_factory=lambda: Fleet(cpu=lambda: 0.0))
    ensure: Callable[..., object] = lambda *_: None

    def __post_init__(self) -> None:
        self.app = AppTest.from_file(str(APP), default_timeout=30)

    def make(self, exercises, settings: Settings, _fleet: Fleet) -> Session:
        self.session = Session(
            detectors=lambda model: Nobody(),
            engines=lambda exercise, level: OneRepPerFrame(exercises[exercise].key, level),
            draw=lambda rgb, *_: rgb,
            settings=settings,
            fleet=self.fleet,
            models=lambda: {"lite", "full"},
            clock=lambda: self.now,
        )
        return self.session

    def show(
        self, session: Session, facing: stream.Facing, plan: RelayPlan, height: int
    ) -> stream.Connection:
        assert session is self.session
        self.facing, self.plan = facing, plan
        return self.connection

    def run(self) -> AppTest:
        self.app.run()
        assert not self.app.exception
        return self.app

    def start(self) -> AppTest:
        self.connection = stream.Connection(playing=True)
        return self.run()

    def stop(self) -> AppTest:
        assert self.session is not None
        self.session.end()
        self.t = 0.0
        self.connection = stream.Connection()
        return self.run()

    def frames(self, count: int) -> AppTest:
        assert self.session is not None
        for _ in range(count):
            self.t += 0.5
            self.now += 0.5
            rgb = np.random.default_rng(int(self.t * 2)).integers(0, 255, (36, 64, 3), np.uint8)
            self.session.frame(rgb, self.t)
        return self.run()

    def metric(self, label: str) -> str:
        return next(str(m.value) for m in self.app.metric if m.label == label)

    def control(self, key: str):
        return self.app.button_group(key=key)

    @property
    def errors(self) -> list[str]:
        return [str(error.value) for error in self.app.error]


@pytest.fixture
def stage(monkeypatch) -> Stage:
    stage = Stage()
    monkeypatch.setattr(stream, "show", stage.show)
    monkeypatch.setattr(live_session, "make_session", stage.make)
    monkeypatch.setattr(model_ready, "ensure", lambda *args: stage.ensure(*args))
    self_test = SelfTest(lambda model: True)
    monkeypatch.setattr(process, "self_test", lambda: self_test)
    return stage
