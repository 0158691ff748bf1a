"""The analysis page: what a person sees of a picture, a video, and of what is neither."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.testing.v1 import AppTest

from coach.images.finder import Finder
from coach.jobs.jobs import Jobs
from coach.jobs.limits import Limits
from coach.jobs.run import outputs
from coach.jobs.scene import Look, Scene, Someone
from coach.jobs.values import JobError, Options
from coach.records.values import Owner
from coach.texts import say
from coach.ui import (
    analysis_image,
    analysis_job,
    analysis_upload,
    analysis_video,
    analysis_whom,
    model_ready,
)
from coach.ui.kept import kept_records
from exercises import registry
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
        self.answer: Scene | JobError | None = Scene(1.0, _png(), ())
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


def _png(size=(64, 36)) -> bytes:
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
        self.jobs = Jobs(folder, limits=Limits(nice=0, waiting=2), command=self._command)
        self.finder = Finder(lambda model: self.stills, workers=1)
        for module in (analysis_job, analysis_upload, analysis_video):
            monkeypatch.setattr(module, "JOBS", self.jobs)
        for module in (analysis_image, analysis_upload):
            monkeypatch.setattr(module, "FINDER", self.finder)
        monkeypatch.setattr(analysis_whom, "SCENES", self.looks)
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


@pytest.fixture
def visit(tmp_path, monkeypatch):
    monkeypatch.setenv("COACH_DATABASE_URL", f"sqlite:///{tmp_path / 'records.db'}")
    monkeypatch.setenv("COACH_PROFILES", "all")
    kept_records.clear()
    found = Visit(tmp_path, monkeypatch)
    yield found
    found.jobs.close()
    kept_records.clear()


def test_a_first_visit_says_what_comes_back(visit):
    assert say("analysis.intro") in visit.said("caption")
    assert say("analysis.begin") not in visit.buttons()


class TestPicture:
    def test_one_person_is_shown_in_numbers(self, visit):
        app = visit.drop("me.png", _png())
        (angles,) = (table.value for table in app.table)
        assert list(angles[say("analysis.joint")]) == ["Elbow", "Shoulder", "Hip", "Knee", "Ankle"]
        (landmarks,) = (frame.value for frame in app.dataframe)
        assert len(landmarks) == 33
        assert [each.label for each in app.get("download_button")] == ["PNG", "JSON", "CSV"]

    def test_of_several_one_is_chosen(self, visit):
        visit.stills.people = 3
        app = visit.drop("us.png", _png())
        assert say("analysis.choose_number", count=3) in visit.said("caption")
        assert [each.value for each in app.subheader] == [say("analysis.person", number=1)]

    def test_nobody_in_it_is_a_sentence(self, visit):
        visit.stills.people = 0
        visit.drop("wall.png", _png())
        assert visit.said("warning") == [say("analysis.nobody_in_picture")]

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            pytest.param(b"", "image.empty", id="empty"),
            pytest.param(b"MZ, a program", "image.unknown", id="a lying name"),
            pytest.param(_png()[:60], "image.broken", id="cut off"),
        ],
    )
    def test_what_is_no_picture_is_one_sentence(self, visit, data, sentence):
        app = visit.drop("me.jpg", data)
        assert visit.said("error") == [say(sentence)]
        assert not app.table


class TestVideo:
    def test_it_is_analysed_and_found_again_by_its_address(self, visit):
        visit.hold.touch()
        visit.begin()
        assert say("analysis.cancel") in visit.buttons()
        again = visit.open(job=visit.app.query_params["job"])
        assert say("analysis.cancel") in [button.label for button in again.button]
        visit.hold.unlink()
        visit.wait()
        assert visit.metric("live.reps") == "4"
        labels = [each.label for each in visit.app.get("download_button")]
        assert say("analysis.download_landmarks_npz") in labels
        assert say("analysis.download_gif") in labels

    def test_its_memory_is_given_back_once_it_was_handed_over(self, visit, monkeypatch):
        freed = []
        remove = MemoryUploadedFileManager.remove_file
        monkeypatch.setattr(
            MemoryUploadedFileManager,
            "remove_file",
            lambda self, **file: freed.append(file["file_id"]) or remove(self, **file),
        )
        visit.drop("set.mp4", b"video")
        assert not freed
        visit.press("analysis.begin")
        assert len(freed) == 1

    def test_another_page_and_back_finds_it(self, visit):
        visit.begin()
        visit.wait()
        visit.app.switch_page("pages/guide.py").run()
        visit.app.query_params.clear()
        visit.app.switch_page("pages/analysis.py")
        visit.run()
        assert visit.metric("live.reps") == "4"

    def test_another_file_begins_anew(self, visit):
        visit.begin()
        visit.wait()
        app = visit.press("analysis.another")
        assert not app.metric
        assert len(app.file_uploader) == 1
        assert "job" not in app.query_params

    def test_it_can_be_cancelled(self, visit):
        visit.hold.touch()
        visit.begin()
        app = visit.press("analysis.cancel")
        assert visit.said("warning") == [say("jobs.cancelled")]
        assert len(app.file_uploader) == 1

    def test_an_unknown_address_is_a_sentence(self, visit):
        visit.app = visit.open(job="0" * 32)
        assert visit.said("warning") == [say("analysis.gone")]

    def test_a_job_without_a_video_is_none_of_the_pages(self, visit):
        job = visit.jobs.submit(b"video", "set.mp4", Options("squat"), "api")
        visit.app = visit.open(job=job.id)
        assert visit.said("warning") == [say("analysis.gone")]

    def test_why_it_failed_is_said(self, visit):
        visit.script = COMPLAINS
        visit.begin()
        visit.wait()
        assert visit.said("error") == ["upload is no video: give another file."]
        assert say("analysis.another") in visit.buttons()

    def test_a_full_queue_is_said_and_the_file_stays(self, visit):
        visit.jobs.close()
        app = visit.begin()
        assert visit.said("error") == [say("jobs.too_many")]
        assert say("analysis.begin") in visit.buttons()
        assert "job" not in app.query_params


class TestWhom:
    def test_one_person_needs_no_choice(self, visit):
        visit.drop("set.mp4", b"video")
        assert visit.looks.asked == [("set.mp4", "full", analysis_whom.FIRST_AT_S)]
        assert not visit.app.number_input

    def test_of_several_the_largest_is_followed_unless_another_is_chosen(self, visit):
        box = (0.1, 0.1, 0.2, 0.9)
        people = tuple(Someone(n, box, (0.1 * n, 0.5, 1.0)) for n in (1, 2))
        visit.looks.answer = Scene(1.0, _png(), people)
        visit.hold.touch()
        visit.begin()
        job = visit.jobs.get(visit.app.query_params["job"])
        assert job.options.follow == (0.1, 0.5, 1.0)

    def test_nobody_waits_for_the_look(self, visit):
        visit.looks.answer = None
        visit.drop("set.mp4", b"video")
        assert say("analysis.whom_looking") in visit.said("caption")
        assert say("analysis.begin") in visit.buttons()

    def test_what_is_no_video_is_said_before_it_is_begun(self, visit):
        visit.looks.answer = JobError("set.mp4 is no video: give another file.")
        visit.drop("set.mp4", b"text")
        assert visit.said("error") == ["set.mp4 is no video: give another file."]
        assert say("analysis.begin") not in visit.buttons()


def test_an_analysed_set_is_added_to_the_history_once(visit):
    visit.begin()
    visit.wait()
    visit.press("analysis.keep")
    assert say("analysis.kept") in visit.said("success")
    assert say("analysis.keep") not in visit.buttons()
    (kept,) = kept_records(registry()).sets(Owner())
    assert (kept.exercise, kept.reps) == ("squat", 4)
