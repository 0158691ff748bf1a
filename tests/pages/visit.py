"""The analysis page as one tab sees it, with doubles behind it: jobs that copy what an analysis
left, and people out of a golden track."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import numpy as np
from PIL import Image
from streamlit.testing.v1 import AppTest

from coach import process
from coach.images.finder import Finder
from coach.jobs.jobs import Jobs
from coach.jobs.limits import JobLimits
from coach.jobs.run import outputs
from coach.jobs.scene import Look, Scene
from coach.jobs.values import JobError
from coach.texts import say
from coach.ui.live import model_download as model_ready
from coach.vision.self_test import SelfTest
from tests.history.figures import golden
from tests.ui.analysed import leave

APP = Path(__file__).parents[2] / "coach_app.py"
CLIP = "squat_oblique_heels_lifted_4"

COPIES = """
import pathlib, shutil, sys, time
while pathlib.Path(sys.argv[1]).exists(): time.sleep(0.05)
for one, other in zip(sys.argv[2::2], sys.argv[3::2]): shutil.copy(one, other)
"""
COMPLAINS = """
import json, sys
print(json.dumps({"error": "upload is no video: give another file."}), file=sys.stderr)
sys.exit(2)
"""


class Looks:
    """Finds whom it was told to find, at once or never."""

    def __init__(self) -> None:
        self.answer: Scene | JobError | None = Scene(1.0, png(), ())
        self.asked: list[tuple[str, str, float]] = []

    def look(self, upload, name, model, at_s, owner):
        self.asked.append((name, model, at_s))
        look = Look()
        if isinstance(self.answer, JobError):
            look.future.set_exception(self.answer)
        elif self.answer is not None:
            look.future.set_result(self.answer)
        return look


class Stills:
    """Everybody in a picture: the people of a golden track's first frames."""

    people = 1

    def find(self, rgb):
        track, _ = golden(CLIP)
        poses = [pose for _, pose in track.poses() if pose is not None]
        return tuple(poses[: self.people])


def png(size=(64, 36)) -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.zeros((size[1], size[0], 3), np.uint8)).save(file, "PNG")
    return file.getvalue()


class Visit:
    """One tab on the page, and what works behind it."""

    def __init__(self, folder: Path, monkeypatch) -> None:
        self.looks, self.stills = Looks(), Stills()
        self.script = COPIES
        self.hold = folder / "hold"
        self._made = folder / "made"
        self._made.mkdir()
        self.jobs = Jobs(folder, limits=JobLimits(nice=0, waiting=2), command=self._command)
        self.finder = Finder(lambda model: self.stills, workers=1)
        monkeypatch.setattr(process, "jobs", lambda: self.jobs)
        monkeypatch.setattr(process, "finder", lambda: self.finder)
        monkeypatch.setattr(process, "scenes", lambda: self.looks)
        self_test = SelfTest(lambda model: True)  # a real one would outlive the test
        monkeypatch.setattr(process, "self_test", lambda: self_test)
        monkeypatch.setattr(model_ready, "ensure", lambda *_: None)
        self.app = self.open()

    def _command(self, folder, options):
        files = leave(self._made, CLIP)
        copies = [
            str(p) for kind, to in outputs(folder, options).items() for p in (files[kind], to)
        ]
        return [sys.executable, "-c", self.script, str(self.hold), *copies]

    def open(self, **query: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=30)
        app.run()
        for name, value in query.items():
            app.query_params[name] = value
        app.switch_page("pages/analysis.py").run()
        assert not app.exception
        return app

    def run(self) -> AppTest:
        self.app.run()
        assert not self.app.exception
        return self.app

    def drop(self, name: str, data: bytes) -> AppTest:
        self.app.file_uploader[0].set_value((name, data, ""))
        return self.run()

    def press(self, label: str) -> AppTest:
        next(button for button in self.app.button if button.label == say(label)).click()
        return self.run()

    def begin(self) -> AppTest:
        self.drop("set.mp4", b"video")
        return self.press("analysis.begin")

    def wait(self) -> AppTest:
        job_id = self.app.query_params["job"]
        end = time.monotonic() + 20
        while not self.jobs.get(job_id).state.ended and time.monotonic() < end:
            time.sleep(0.05)
        return self.run()

    def said(self, kind: str) -> list[str]:
        return [str(each.value) for each in getattr(self.app, kind)]

    def buttons(self) -> list[str]:
        return [button.label for button in self.app.button]

    def metric(self, key: str) -> str:
        return next(str(m.value) for m in self.app.metric if m.label == say(key))
