"""The analysis page: what a person sees of a picture, a video, and of what is neither."""

from __future__ import annotations

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from coach.jobs.scene import Scene, Someone
from coach.jobs.values import JobError, Options
from coach.records.values import Owner
from coach.texts import say
from coach.ui.analysis import whom as analysis_whom
from coach.ui.shared.record_store import record_store
from tests.pages.visit import COMPLAINS, Visit, png


@pytest.fixture
def visit(tmp_path, monkeypatch):
    monkeypatch.setenv("COACH_DATABASE_URL", f"sqlite:///{tmp_path / 'records.db'}")
    monkeypatch.setenv("COACH_PROFILES", "all")
    record_store.clear()
    found = Visit(tmp_path, monkeypatch)
    yield found
    found.jobs.close()
    found.finder.close()
    record_store.clear()


def test_a_first_visit_says_what_comes_back(visit):
    assert say("analysis.intro") in visit.said("caption")
    assert say("analysis.begin") not in visit.buttons()


class TestPicture:
    def test_one_person_is_shown_in_numbers(self, visit):
        app = visit.drop("me.png", png())
        (angles,) = (table.value for table in app.table)
        assert list(angles[say("analysis.joint")]) == ["Elbow", "Shoulder", "Hip", "Knee", "Ankle"]
        (landmarks,) = (frame.value for frame in app.dataframe)
        assert len(landmarks) == 33
        assert [each.label for each in app.get("download_button")] == ["PNG", "JSON", "CSV"]

    def test_of_several_one_is_chosen(self, visit):
        visit.stills.people = 3
        app = visit.drop("us.png", png())
        assert say("analysis.choose_number", count=3) in visit.said("caption")
        assert [each.value for each in app.subheader] == [say("analysis.person", number=1)]

    def test_nobody_in_it_is_a_sentence(self, visit):
        visit.stills.people = 0
        visit.drop("wall.png", png())
        assert visit.said("warning") == [say("analysis.nobody_in_picture")]

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            pytest.param(b"", "image.empty", id="empty"),
            pytest.param(b"MZ, a program", "image.unknown", id="a lying name"),
            pytest.param(png()[:60], "image.broken", id="cut off"),
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

    def test_another_servers_is_said_to_be_there_and_its_address_is_kept(self, visit):
        elsewhere = "00000000-" + "0" * 32
        visit.app = visit.open(job=elsewhere)
        assert visit.said("warning") == [say("analysis.elsewhere")]
        assert visit.app.query_params["job"] == elsewhere
        assert len(visit.app.file_uploader) == 1

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
        visit.looks.answer = Scene(1.0, png(), people)
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
    (kept,) = record_store().sets(Owner())
    assert (kept.exercise, kept.reps) == ("squat", 4)
