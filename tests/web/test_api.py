"""What holds for the whole API: its key, its errors, what it tells of itself."""

from __future__ import annotations

import pytest
from starlette.routing import Match, Mount

from coach import process
from coach.web.api import Everything
from exercises import registry
from tests.images.figures import packed, quartered

KEY = "a long secret"
PICTURE = packed(quartered(), "PNG")


def test_exercises_are_those_that_the_app_has(stage):
    listed = stage.ask("GET", "/api/exercises").json["exercises"]
    assert [exercise["key"] for exercise in listed] == list(registry())
    goals = {exercise["key"]: exercise["goal"] for exercise in listed}
    assert (goals["squat"], goals["plank"]) == ("reps", "hold")
    assert all(exercise["rules"] and exercise["levels"] for exercise in listed)


def test_health_tells_the_limits(make_stage):
    health = make_stage(upload=7_000_000, seconds=600.0).ask("GET", "/api/health").json
    assert health["status"] == "ok"
    assert (health["limits"]["video_mb"], health["limits"]["video_minutes"]) == (7, 10)


@pytest.mark.parametrize(
    ("method", "target", "status", "says"),
    [
        ("GET", "/api/nothing", 404, "/api/docs"),
        ("GET", "/api/", 404, "/api/docs"),
        ("POST", "/api/nothing/at/all", 404, "/api/docs"),
        ("GET", "/api/nothing\nin two lines", 404, "/api/docs"),
        ("GET", "/api/jobs/x\n", 404, "no such job"),
        ("GET", "/api/pose", 405, "POST"),
        ("PUT", "/api/analyze", 405, "POST"),
        ("POST", "/api/health", 405, "GET"),
        ("PATCH", "/api/jobs/x", 405, "DELETE"),
        ("GET", "/api/jobs/x", 404, "no such job"),
        ("DELETE", "/api/jobs/x", 404, "no such job"),
    ],
)
def test_what_is_not_there_is_a_problem_and_no_page(stage, method, target, status, says):
    answer = stage.ask(method, target)
    assert answer.status == status
    assert says in answer.problem


def test_starlettes_own_mount_leaves_a_line_break_to_the_page(stage):
    """Once it does not, ours can go."""
    scope = {"type": "http", "path": "/api/in two\nlines"}
    assert Mount("/api", stage.app).matches(scope)[0] is Match.NONE
    assert Everything("/api", stage.app).matches(scope)[0] is Match.FULL


def test_a_method_that_is_not_possible_names_those_that_are(stage):
    allowed = stage.ask("PUT", "/api/jobs/x").headers["allow"]
    assert set(allowed.split(", ")) == {"GET", "HEAD", "DELETE"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Authorization": f"Bearer {KEY}"}, 200, id="bearer"),
        pytest.param({"Authorization": f"bearer  {KEY} "}, 200, id="in other letters"),
        pytest.param({"X-API-Key": KEY}, 200, id="header"),
        pytest.param({}, 401, id="none"),
        pytest.param({"X-API-Key": ""}, 401, id="empty"),
        pytest.param({"X-API-Key": KEY[:-1]}, 401, id="nearly"),
        pytest.param({"X-API-Key": "schlüssel"}, 401, id="other letters"),
        pytest.param({"Authorization": f"Basic {KEY}"}, 401, id="another scheme"),
        pytest.param({"Authorization": f"Basic {KEY}", "X-API-Key": KEY}, 200, id="a proxy's too"),
    ],
)
@pytest.mark.parametrize(
    ("method", "target", "body"),
    [("POST", "/api/pose", PICTURE), ("GET", "/api/exercises", b"")],
)
def test_with_a_key_those_are_let_in_who_know_it(make_stage, method, target, body, headers, status):
    answer = make_stage(key=KEY).ask(method, target, body, headers)
    assert answer.status == status
    if status == 401:
        assert "X-API-Key" in answer.problem
        assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("target", ["/api/health", "/api/openapi.json", "/api/docs"])
def test_what_tells_of_the_api_needs_no_key(make_stage, target):
    assert make_stage(key=KEY).ask("GET", target).status == 200


def test_a_link_to_a_file_needs_no_key_but_its_own(make_stage):
    assert make_stage(key=KEY).ask("GET", "/api/files/x").status == 404


@pytest.mark.parametrize("target", ["/api/pose", "/api/analyze", "/api/jobs/x", "/api/nothing"])
def test_without_the_key_nothing_is_told(make_stage, target):
    assert make_stage(key=KEY).ask("POST", target, PICTURE).status == 401


def test_the_page_loads_nothing_from_elsewhere(stage):
    page = stage.ask("GET", "/api/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert b"://" not in page.body
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert b"{{" not in page.body, "every text is in its place"


def test_the_apps_routes_are_made_once():
    assert process.routes(registry) is process.routes(registry)
