"""POST /api/analyze and its jobs: from a video to a result, and to nothing left."""

from __future__ import annotations

import json
import time

import pytest

from coach.jobs.run import analyze_command
from coach.jobs.values import JobState
from coach.web import links
from tests.web.asgi import form
from tests.web.conftest import ANALYSIS, REPORT

VIDEO = b"a video"
MP4 = {"content-type": "video/mp4"}
SQUAT = form(("exercise", "squat"), ("video", "squats.mp4", VIDEO))
ENDLESS = "import time; time.sleep(60)"


def begun(stage, body=SQUAT, target="", headers=None):
    answer = stage.ask("POST", f"/api/analyze{target}", body, headers)
    assert answer.status == 202, answer.body
    assert answer.headers["location"] == answer.json["url"]
    return answer.json


def ended(stage, job):
    end = time.monotonic() + 60
    while True:
        answer = stage.ask("GET", job["url"])
        if answer.json["state"] in ("done", "failed", "cancelled"):
            return answer.json
        assert time.monotonic() < end
        time.sleep(0.02)


def test_from_a_video_to_its_result(stage):
    job = begun(stage)
    assert job["state"] in ("queued", "running")
    assert job["result"] is None
    done = ended(stage, job)
    assert done["state"] == "done"
    assert done["result"] == json.loads(REPORT)
    assert done["files"] == {}
    assert (done["exercise"], done["level"], done["model"]) == ("squat", "beginner", "full")


@pytest.mark.parametrize(
    ("target", "body", "headers"),
    [
        pytest.param("?exercise=plank&level=strict&model=lite", VIDEO, MP4, id="query and body"),
        pytest.param("?exercise=plank&level=strict&model=lite", VIDEO, {}, id="without a type"),
        pytest.param(
            "?exercise=plank",
            form(
                ("video", "v", VIDEO), ("level", "strict"), ("model", "lite"), ("exercise", "plank")
            ),
            {}, id="a form, which may say again what the query says",
        ),
    ],
)  # fmt: skip
def test_choices_come_in_every_way(stage, target, body, headers):
    job = begun(stage, body, target, headers)
    assert (job["exercise"], job["level"], job["model"]) == ("plank", "strict", "lite")


@pytest.mark.parametrize(
    ("sent", "follow"),
    [("0.5,0.4@2", "0.500000,0.400000@2.000"), (".5,1", "0.500000,1.000000@0.000")],
)
def test_of_several_people_one_is_followed(stage, sent, follow):
    by_query = begun(stage, VIDEO, f"?exercise=squat&follow={sent}", MP4)
    by_form = begun(stage, form(("exercise", "squat"), ("follow", sent), ("video", "v", VIDEO)))
    for job in (by_query, by_form):
        assert job["follow"] == follow
        command = analyze_command(stage.folder, stage.jobs.get(job["id"]).options)
        assert f"--follow={follow}" in command
    assert begun(stage)["follow"] is None


def test_the_result_is_the_command_lines_own(stage):
    options = stage.jobs.get(begun(stage)["id"]).options
    assert not options.landmarks, "with them every picture is looked at, which may count otherwise"
    assert not options.video


def test_the_annotated_video_comes_by_a_link_whole_and_in_parts(stage):
    done = ended(stage, begun(stage, target="?annotated=true&landmarks=true"))
    assert set(done["files"]) == {"video", "landmarks"}
    link = done["files"]["video"]
    assert 0 < link["expires_in_s"] <= 900
    assert done["id"] not in link["url"], "who may watch may not cancel"
    whole = stage.ask("GET", link["url"])
    assert (whole.status, len(whole.body)) == (200, 102_400)
    assert whole.headers["content-type"] == "video/mp4"
    assert whole.headers["accept-ranges"] == "bytes"
    assert whole.headers["content-disposition"].startswith("inline")
    part = stage.ask("GET", link["url"], headers={"range": "bytes=1000-1009"})
    assert (part.status, part.body) == (206, whole.body[1000:1010])
    assert part.headers["content-range"] == "bytes 1000-1009/102400"
    beyond = stage.ask("GET", link["url"], headers={"range": "bytes=200000-"})
    assert beyond.status == 416
    again = stage.ask("GET", done["url"]).json["files"]["video"]
    assert again["url"] == link["url"], "a player may go on with it"


def test_a_link_ends(stage, monkeypatch):
    monkeypatch.setattr(links, "LINK_S", 0.0)
    done = ended(stage, begun(stage, target="?annotated=1"))
    answer = stage.ask("GET", done["files"]["video"]["url"])
    assert answer.status == 404
    assert "run out" in answer.problem


@pytest.mark.parametrize("name", ["x", "../../etc/passwd", "%2e%2e%2fupload", "video.mp4"])
def test_a_link_that_was_not_given_opens_nothing(stage, name):
    begun(stage)
    assert stage.ask("GET", f"/api/files/{name}").status == 404


def test_a_removed_job_closes_its_links(stage):
    done = ended(stage, begun(stage, target="?annotated=yes"))
    assert stage.ask("DELETE", done["url"]).json["state"] == "done"
    assert stage.ask("GET", done["files"]["video"]["url"]).status == 404
    assert stage.ask("GET", done["url"]).status == 404
    assert not stage.left()


def test_a_running_job_is_cancelled(stage):
    stage.script = ENDLESS
    job = begun(stage)
    assert stage.ask("DELETE", job["url"]).json["state"] == "cancelled"
    assert ended(stage, job)["error"] == "The analysis was cancelled."


def test_a_job_that_fails_says_why(stage):
    stage.script = (
        "import json, sys; print(json.dumps({'error': 'It is no video.'}), file=sys.stderr); 1/0"
    )
    failed = ended(stage, begun(stage))
    assert (failed["state"], failed["error"]) == ("failed", "It is no video.")
    assert (failed["result"], failed["files"]) == (None, {})


@pytest.mark.parametrize(
    ("target", "body", "headers", "status", "says"),
    [
        pytest.param("", form(("video", "v", VIDEO)), {}, 422, "squat, push_up", id="no exercise"),
        pytest.param("?exercise=yoga", VIDEO, MP4, 422, "squat, push_up", id="unknown exercise"),
        pytest.param("?exercise=squat&level=x", VIDEO, MP4, 422, "beginner", id="unknown level"),
        pytest.param("?exercise=squat&model=x", VIDEO, MP4, 422, "lite", id="unknown model"),
        pytest.param("?exercise=plank", SQUAT, {}, 422, "two values", id="query against form"),
        pytest.param(
            "?exercise=plank&exercise=squat", VIDEO, MP4, 422, "two values", id="twice in the query"
        ),
        pytest.param(
            "",
            form(("exercise", "plank"), ("exercise", "squat"), ("video", "v", VIDEO)),
            {},
            422,
            "two values",
            id="twice in the form",
        ),
        pytest.param(
            "?exercise=squat&annotated=maybe", VIDEO, MP4, 422, "true, false", id="neither"
        ),
        pytest.param("?exercise=squat", b"", MP4, 422, "no video", id="no video"),
        pytest.param("?exersise=squat", VIDEO, MP4, 422, "exercise, level", id="a slip of the pen"),
        pytest.param("?exercise=squat&follow=2,0", VIDEO, MP4, 422, "0.5,0.4@2", id="nowhere"),
        pytest.param("?exercise=squat&follow=", VIDEO, MP4, 422, "0.5,0.4@2", id="nobody"),
        pytest.param(
            "?exercise=squat&follow=0.5,0.4%402%0A", VIDEO, MP4, 422, "0.5,0.4@2", id="a line more"
        ),
        pytest.param(
            "?exercise=squat", form(("image", "v", VIDEO)), {}, 422, "video", id="another part"
        ),
        pytest.param(
            "?exercise=squat", VIDEO, {"content-type": "image/png"}, 415, "video", id="another type"
        ),
        pytest.param("?exercise=squat", bytes(2000), MP4, 413, "0.001 MB", id="too large"),
        pytest.param(
            "?exercise=squat", bytes(200_000), MP4, 413, "0.001 MB", id="too large, announced"
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_leaves_nothing(make_stage, target, body, headers, status, says):
    stage = make_stage(upload=1000)
    answer = stage.ask("POST", f"/api/analyze{target}", body, headers)
    assert answer.status == status
    assert says in answer.problem
    assert not stage.left()


def test_an_upload_that_is_cut_off_leaves_nothing(stage):
    answer = stage.ask(
        "POST", "/api/analyze?exercise=squat", [VIDEO * 100_000, VIDEO], MP4, breaks_off=True
    )
    assert answer.status == 400
    assert not stage.left()
    begun(stage)


def test_too_many_are_told_when_to_come_again(make_stage):
    stage = make_stage(each=2)
    stage.script = ENDLESS
    for _ in range(2):
        begun(stage)
    answer = stage.ask("POST", "/api/analyze", SQUAT)
    assert answer.status == 429
    assert "2 videos" in answer.problem
    assert int(answer.headers["retry-after"]) > 0
    other = stage.ask("POST", "/api/analyze", SQUAT, client="203.0.113.9")
    assert other.status == 202


def test_a_full_disk(make_stage):
    stage = make_stage(free=1 << 62)
    answer = stage.ask("POST", "/api/analyze", SQUAT)
    assert answer.status == 507
    assert "room" in answer.problem


def test_a_job_belongs_to_who_has_its_id(stage):
    job = begun(stage)
    assert stage.ask("GET", "/api/jobs/").status == 404, "there is no list of them"
    assert stage.ask("GET", f"/api/jobs/{job['id'][:-1]}").status == 404
    assert stage.ask("GET", job["url"], client="203.0.113.9").status == 200


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_another_servers_job_is_not_said_to_be_gone(stage, method):
    elsewhere = "00000000-" + "0" * 32
    answer = stage.ask(method, f"/api/jobs/{elsewhere}")
    assert answer.status == 421
    assert "sticky sessions" in answer.problem
    assert "need not be sent again" in answer.problem
    here = begun(stage)["id"]
    gone = stage.ask(method, f"/api/jobs/{here[:-1]}{'1' if here[-1] == '0' else '0'}")
    assert (gone.status, "send the video again" in gone.problem) == (404, True)
    if method == "GET":
        assert stage.ask(method, f"/api/files/{elsewhere}").status == 421


def test_a_name_is_no_path(stage):
    stage.script = ANALYSIS + "\nassert not list(pathlib.Path(files[0]).parent.glob('*evil*'))"
    sent = form(("exercise", "squat"), ("video", "../../../evil.mp4", VIDEO))
    done = ended(stage, begun(stage, sent))
    assert done["state"] == "done"
    assert stage.jobs.get(done["id"]).name == "evil.mp4"
    assert stage.jobs.get(done["id"]).state is JobState.DONE
