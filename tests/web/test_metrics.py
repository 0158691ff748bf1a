"""What /metrics tells, and whom."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette

from coach.live.load.fleet import Fleet, Load
from coach.settings import Audience
from coach.web.metrics import metrics_route


class Member:
    def __init__(self, fleet: Fleet, load: Load | None) -> None:
        self._load = load
        fleet.join(self)

    def load(self) -> Load | None:
        return self._load

    def present(self) -> bool:
        return True


@dataclass(frozen=True)
class Answer:
    status_code: int
    headers: Mapping[str, str]
    text: str


def ask(fleet, audience=Audience.LOCAL, *, client="127.0.0.1", host="localhost:8501", headers=None):
    """GET /metrics as a server hands it on."""
    app = Starlette(routes=metrics_route(fleet, audience))
    given = {"host": host, **(headers or {})}
    sent: list[Mapping[str, Any]] = []

    async def receive() -> Mapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/metrics",
        "query_string": b"",
        "scheme": "http",
        "http_version": "1.1",
        "server": ("0.0.0.0", 8501),
        "client": (client, 50_000),
        "headers": [(name.lower().encode(), value.encode()) for name, value in given.items()],
    }
    asyncio.run(app(scope, receive, send))
    start, *rest = sent
    return Answer(
        start["status"],
        {name.decode(): value.decode() for name, value in start["headers"]},
        b"".join(message.get("body", b"") for message in rest).decode(),
    )


def figures(text: str) -> dict[str, float]:
    """Each figure by its name and labels, read as Prometheus reads them."""
    return {
        sample.name + "".join(f" {value}" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.fixture
def fleet() -> Fleet:
    return Fleet(limit=4, cores=2.0, cpu=lambda: 0.0)


def test_everything_that_the_fleet_knows_is_told(fleet):
    members = [
        Member(fleet, Load(age_s=60, received=30, answered=30, returned=30, looks=12)),
        Member(fleet, Load(age_s=60, received=30, answered=24, returned=30, looks=10)),
        Member(fleet, None),
    ]
    fleet.counters.begin()
    fleet.counters.frame(3, 0.03)
    fleet.counters.frame(1, 0.07)
    fleet.counters.look(0.012)
    fleet.counters.error("model")
    found = figures(ask(fleet).text)
    expected = {
        "coach_sessions_open": len(members),
        "coach_sessions_streaming": 2,
        "coach_sessions_waiting": 0,
        "coach_sessions_limit": 4,
        "coach_saving_step": 0,
        "coach_received_fps mean": 30,
        "coach_answered_fps least": 24,
        "coach_answered_fps mean": 27,
        "coach_inference_fps mean": 11,
        "coach_sessions_begun_total": 1,
        "coach_frames_received_total": 4,
        "coach_frames_dropped_total": 2,
        "coach_frames_late_total": 0,
        "coach_errors_total model": 1,
        "coach_frame_seconds_bucket 0.02": 0,
        "coach_frame_seconds_bucket 0.03": 1,
        "coach_frame_seconds_bucket 0.08": 2,
        "coach_frame_seconds_bucket +Inf": 2,
        "coach_frame_seconds_count": 2,
        "coach_frame_seconds_sum": pytest.approx(0.1),
        "coach_inference_seconds_count": 1,
    }
    assert {name: found.get(name) for name in expected} == expected


def test_nobody_trains_yet(fleet):
    found = figures(ask(fleet).text)
    assert found["coach_sessions_streaming"] == 0
    assert "coach_answered_fps mean" not in found, "no rate of nobody"


def test_memory_and_processor_time_are_told_where_the_system_does(fleet):
    found = figures(ask(fleet).text)
    if "process_resident_memory_bytes" not in found:
        pytest.skip("prometheus-client reads them from /proc alone")
    assert found["process_resident_memory_bytes"] > 1e7
    assert found["process_cpu_seconds_total"] > 0


def test_it_names_itself_as_prometheus_expects(fleet):
    answer = ask(fleet)
    assert answer.status_code == 200
    assert re.match(r"text/plain; version=[\d.]+", answer.headers["content-type"])


@pytest.mark.parametrize(
    ("client", "host", "headers", "status"),
    [
        pytest.param("127.0.0.1", "localhost:8501", {}, 200, id="on the machine"),
        pytest.param("::1", "[::1]:8501", {}, 200, id="on the machine, IPv6"),
        pytest.param("::ffff:127.0.0.1", "127.0.0.1:8501", {}, 200, id="a socket for both"),
        pytest.param("192.168.0.7", "192.168.0.2:8501", {}, 403, id="from the network"),
        pytest.param("192.168.0.7", "localhost:8501", {}, 403, id="under a false name"),
        pytest.param("127.0.0.1", "coach.example.com", {}, 403, id="through a proxy"),
        pytest.param("127.0.0.1", "[::1", {}, 403, id="under a broken name"),
        pytest.param("127.0.0.1", "a:b:c", {}, 403, id="under no name"),
        pytest.param(
            "127.0.0.1", "localhost", {"X-Forwarded-For": "203.0.113.9"}, 403,
            id="through a proxy that renames",
        ),
    ],
)  # fmt: skip
def test_by_default_this_machine_alone_is_answered(fleet, client, host, headers, status):
    answer = ask(fleet, client=client, host=host, headers=headers)
    assert answer.status_code == status
    assert ("coach_sessions" in answer.text) == (status == 200)


def test_all_are_answered_where_that_is_set(fleet):
    answer = ask(fleet, Audience.ALL, client="192.168.0.7", host="coach.example.com")
    assert answer.status_code == 200


def test_switched_off_there_is_nothing(fleet):
    assert ask(fleet, Audience.OFF).status_code == 404
