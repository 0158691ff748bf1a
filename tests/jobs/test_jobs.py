"""What becomes of uploads: taken, queued, run, kept for a while, and gone without a trace."""

from __future__ import annotations

import io
import os
import stat

import pytest

from coach.jobs.values import JobState, NoRoomError, TooLargeError, TooManyError
from tests.jobs.conftest import ENDLESS, SQUAT, ended, now, until


def test_a_job_goes_from_upload_to_result(stage):
    jobs = stage.jobs()
    job = jobs.submit(b"video", "squats.mp4", SQUAT, "me")
    assert job.state in (JobState.QUEUED, JobState.RUNNING)
    done = ended(jobs, job)
    assert (done.state, done.error, done.name) == (JobState.DONE, None, "squats.mp4")
    assert set(done.files) == {"json", "landmarks"}, "no video was asked for"
    assert done.files["json"].read_text() == "{}"
    assert done.progress.part == 0.5, "what the process told last"


@pytest.mark.parametrize("kind", ["bytes", "file", "path"])
def test_an_upload_arrives_whole(stage, tmp_path, kind):
    content = os.urandom(3_000_000)
    (tmp_path / "clip").write_bytes(content)
    upload = {"bytes": content, "file": io.BytesIO(content), "path": tmp_path / "clip"}[kind]
    stage.script = "files[0].write_bytes(upload.read_bytes())"
    jobs = stage.jobs()
    done = ended(jobs, jobs.submit(upload, "a", SQUAT, "me"))
    assert done.files["json"].read_bytes() == content


def test_nobody_else_can_look_into_a_jobs_folder(stage):
    jobs = stage.jobs()
    done = ended(jobs, jobs.submit(b"x", "a", SQUAT, "me"))
    folder = done.files["json"].parent
    assert [stat.S_IMODE(p.stat().st_mode) for p in (folder, folder.parent)] == [0o700, 0o700]


def test_ids_cannot_be_guessed(stage):
    stage.script = ENDLESS
    jobs = stage.jobs()
    ids = {jobs.submit(b"x", "a", SQUAT, "me").id for _ in range(4)}
    assert len(ids) == 4
    assert all(len(job_id.split("-")[1]) == 32 for job_id in ids), "128 bits"


@pytest.mark.parametrize(
    ("script", "error"),
    [
        pytest.param(
            'tell(error=f"{upload} is no video."); sys.exit(2)', "my.mp4 is no video.",
            id="it says why, and the path is not shown",
        ),
        pytest.param(
            'tell(error=f"{upload.parent}/video.mp4: disk full."); sys.exit(2)',
            "video.mp4: disk full.", id="nor the folder",
        ),
        pytest.param("import os; os.abort()", "could not be analysed", id="a codec crashes"),
        pytest.param("sys.exit(1)", "could not be analysed", id="it ends without a word"),
        pytest.param('print("[1]", file=sys.stderr); sys.exit(1)', "could not be", id="rubbish"),
    ],
)  # fmt: skip
def test_a_job_that_fails_says_so_in_a_sentence_and_leaves_nothing(stage, script, error):
    stage.script = script
    jobs = stage.jobs()
    failed = ended(jobs, jobs.submit(b"x", "my.mp4", SQUAT, "me"))
    assert failed.state is JobState.FAILED
    assert error in failed.error
    assert str(stage.folder) not in failed.error
    assert not failed.files
    until(lambda: not stage.left())


def test_a_job_that_cannot_be_started_fails_and_the_next_one_runs(stage, monkeypatch):
    def nothing(folder, options):
        raise ValueError("what nobody foresaw")

    jobs = stage.jobs(running=1)
    monkeypatch.setattr(jobs, "_command", nothing)
    failed = ended(jobs, jobs.submit(b"x", "a", SQUAT, "me"))
    assert (failed.state, failed.error[:10]) == (JobState.FAILED, "The server")
    monkeypatch.undo()
    assert ended(jobs, jobs.submit(b"x", "a", SQUAT, "me")).state is JobState.DONE


def test_warnings_are_kept(stage):
    stage.script = 'tell(warning=f"{upload} is cut off."); files[0].write_text("{}")'
    jobs = stage.jobs()
    done = ended(jobs, jobs.submit(b"x", "my.mp4", SQUAT, "me"))
    assert (done.state, done.warnings) == (JobState.DONE, ("my.mp4 is cut off.",))


def test_one_runs_and_the_others_wait_in_order(stage):
    stage.script = ENDLESS
    jobs = stage.jobs(running=1)
    first = jobs.submit(b"x", "a", SQUAT, "me")
    until(lambda: now(jobs, first).state is JobState.RUNNING)
    others = [jobs.submit(b"x", "a", SQUAT, "me") for _ in range(2)]
    assert [now(jobs, job).place for job in (first, *others)] == [0, 1, 2]
    jobs.cancel(others[0].id)
    assert now(jobs, others[1]).place == 1


@pytest.mark.parametrize("while_it", ["waits", "runs"])
def test_a_cancelled_job_ends_at_once_and_leaves_nothing(stage, while_it):
    stage.script = ENDLESS
    jobs = stage.jobs(running=1)
    job = jobs.submit(b"x", "a", SQUAT, "me")
    until(lambda: now(jobs, job).progress.stage == "video")
    if while_it == "waits":
        job = jobs.submit(b"x", "b", SQUAT, "me")
    before = len(stage.left())
    assert jobs.cancel(job.id).state is JobState.CANCELLED
    assert now(jobs, job).state is JobState.CANCELLED, "it stays so"
    until(lambda: len(stage.left()) == before - 1)


def test_an_ended_job_that_is_cancelled_is_gone(stage):
    jobs = stage.jobs()
    done = ended(jobs, jobs.submit(b"x", "a", SQUAT, "me"))
    assert jobs.cancel(done.id).state is JobState.DONE
    assert jobs.get(done.id) is None
    assert jobs.cancel(done.id) is None
    assert not stage.left()


def test_ten_at_once_are_too_many(stage):
    stage.script = ENDLESS
    jobs = stage.jobs(running=1, waiting=3, each=100)
    first = jobs.submit(b"x", "a", SQUAT, "me")
    until(lambda: now(jobs, first).state is JobState.RUNNING)
    for _ in range(3):
        jobs.submit(b"x", "a", SQUAT, "me")
    with pytest.raises(TooManyError) as refusal:
        jobs.submit(b"x", "a", SQUAT, "me")
    assert refusal.value.retry_s > 0
    assert len(stage.left()) == 4


def test_nobody_takes_all_places(stage):
    stage.script = ENDLESS
    jobs = stage.jobs(each=2)
    for _ in range(2):
        jobs.submit(b"x", "a", SQUAT, "me")
    with pytest.raises(TooManyError, match="2 videos"):
        jobs.submit(b"x", "a", SQUAT, "me")
    jobs.submit(b"x", "a", SQUAT, "you")


def test_a_started_upload_is_counted_once(stage):
    stage.script = ENDLESS
    jobs = stage.jobs(each=2)
    with jobs.receive("a", "me") as upload:
        upload.write(b"x")
        jobs.start(upload, SQUAT)
        # Its answer is still on its way.
        assert jobs.submit(b"x", "b", SQUAT, "me")
        with pytest.raises(TooManyError, match="You have 2 videos"):
            jobs.submit(b"x", "c", SQUAT, "me")


def test_an_upload_on_its_way_takes_a_place(stage):
    jobs = stage.jobs(waiting=1)
    with jobs.receive("a", "me"), pytest.raises(TooManyError):
        jobs.submit(b"x", "b", SQUAT, "you")
    jobs.submit(b"x", "b", SQUAT, "you")


def test_a_file_that_is_too_large_leaves_nothing(stage):
    jobs = stage.jobs(upload=10)
    jobs.submit(b"x" * 10, "a", SQUAT, "me")
    with pytest.raises(TooLargeError, match=r"big\.mp4"):
        jobs.submit(b"x" * 11, "big.mp4", SQUAT, "you")
    assert len(stage.left()) <= 1, "the first, unless it is done"


def test_an_upload_that_is_cut_off_leaves_nothing(stage):
    jobs = stage.jobs()

    def cut_off():
        with jobs.receive("a", "me") as upload:
            upload.write(b"half")
            assert stage.left()
            raise ConnectionError

    with pytest.raises(ConnectionError):
        cut_off()
    assert not stage.left()


def test_a_full_disk_takes_nothing(stage):
    jobs = stage.jobs(free=1 << 62)
    with pytest.raises(NoRoomError):
        jobs.submit(b"x", "a", SQUAT, "me")
    assert not stage.left()


def test_what_nobody_collects_is_gone_after_a_while(stage):
    jobs = stage.jobs(kept_s=60)
    done = ended(jobs, jobs.submit(b"x", "a", SQUAT, "me"))
    stage.clock.now = 59
    assert now(jobs, done).state is JobState.DONE
    stage.clock.now = 59 + 61
    assert jobs.get(done.id) is None
    assert not stage.left()


def test_only_so_many_results_are_kept(stage):
    jobs = stage.jobs(kept=2)
    ids = []
    for i in range(3):
        stage.clock.now = i
        ids.append(ended(jobs, jobs.submit(b"x", "a", SQUAT, "me")).id)
    kept = [jobs.get(job_id) is not None for job_id in ids]
    assert kept == [False, True, True], "gone is the one that nobody asked for for longest"
    assert len(stage.left()) == 2


def test_nothing_is_made_before_the_first_upload(stage):
    stage.jobs()
    assert not list(stage.folder.iterdir())


def test_at_the_end_all_is_gone(stage):
    stage.script = ENDLESS
    jobs = stage.jobs()
    job = jobs.submit(b"x", "a", SQUAT, "me")
    until(lambda: now(jobs, job).state is JobState.RUNNING)
    jobs.close()
    until(lambda: not list(stage.folder.iterdir()))
    with pytest.raises(TooManyError):
        jobs.submit(b"x", "a", SQUAT, "me")
