"""What browsers are told about every answer."""

from __future__ import annotations

import pytest

from coach.web.protection.secure_headers import headers_from
from tests.web.asgi import ask


@pytest.mark.parametrize(
    ("method", "target"),
    [
        ("GET", "/api/health"),
        ("GET", "/api"),
        ("GET", "/api/nothing"),
        ("POST", "/api/pose"),
        ("GET", "/nothing/at/all"),
    ],
)
def test_every_answer_is_kept_from_other_sites(stage, method, target):
    headers = ask(stage.app, method, target).headers
    assert headers["content-security-policy"] == "frame-ancestors 'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_a_stricter_policy_is_left_as_it_is(stage):
    policy = ask(stage.app, "GET", "/api/docs").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy


@pytest.mark.parametrize(
    ("text", "sites", "wrong"),
    [
        pytest.param("", "'self'", 0, id="nobody else"),
        pytest.param("https://huggingface.co", "'self' https://huggingface.co", 0, id="one"),
        pytest.param(
            "https://a.example:8443, http://*.b.example",
            "'self' https://a.example:8443 http://*.b.example", 0, id="several",
        ),
        pytest.param("* 'none' https://a.example;script-src", "'self'", 3, id="no sites"),
    ],
)  # fmt: skip
def test_whose_pages_may_show_it(caplog, text, sites, wrong):
    headers = headers_from({"COACH_FRAMED_BY": text})
    assert headers["Content-Security-Policy"] == f"frame-ancestors {sites}"
    assert len(caplog.messages) == wrong
