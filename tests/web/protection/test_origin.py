"""Whose pages may set the API to work."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers

from coach.web.protection.origin import is_own
from tests.images.figures import packed, quartered

LAN = "192.168.0.2:8501"
PUBLIC = "coach.example.com"


@pytest.mark.parametrize(
    ("scheme", "host", "headers", "own"),
    [
        pytest.param("http", LAN, {}, True, id="a program"),
        pytest.param("http", LAN, {"origin": "http://192.168.0.2:8501"}, True, id="its own page"),
        pytest.param("http", LAN, {"origin": "http://evil.example"}, False, id="another site"),
        pytest.param(
            "http", LAN, {"origin": "http://192.168.0.2"}, False, id="another port of the machine"
        ),
        pytest.param(
            "http", LAN, {"origin": "https://192.168.0.2:8501"}, False, id="another scheme"
        ),
        pytest.param("http", LAN, {"origin": "null"}, False, id="a page without an origin"),
        pytest.param("http", LAN, {"origin": ""}, False, id="an empty origin"),
        pytest.param("http", LAN, {"origin": "http://192.168.0.2:x"}, False, id="no port"),
        pytest.param("http", LAN, {"origin": "http://[192.168.0.2:8501"}, False, id="no address"),
        pytest.param(
            "http", LAN, {"origin": "http://192.168.0.2:8501@evil.example"}, False, id="a user"
        ),
        pytest.param(
            "http", LAN, {"origin": "http://192.168.0.2:8501.evil.example"}, False, id="longer"
        ),
        pytest.param(
            "http", LAN, {"origin": "http://192.168.0.2:8501/evil"}, False, id="more than an origin"
        ),
        pytest.param("http", "", {"origin": "http://evil.example"}, False, id="no host"),
        pytest.param("http", "", {"origin": "null"}, False, id="neither is known"),
        pytest.param(
            "http", "[fd00::2]:8501", {"origin": "http://[FD00::2]:8501"}, True, id="IPv6"
        ),
        pytest.param("http", "coach.local", {"origin": "http://coach.local"}, True, id="port 80"),
        pytest.param(
            "http", "Coach.local:80", {"origin": "http://coach.local"}, True, id="port 80, named"
        ),
        pytest.param("https", PUBLIC, {"origin": f"https://{PUBLIC}"}, True, id="port 443"),
        pytest.param(
            "http", PUBLIC, {"origin": f"https://{PUBLIC}", "x-forwarded-proto": "https"}, True,
            id="behind a proxy that has the certificate, an old browser",
        ),
        pytest.param(
            "http", PUBLIC, {"origin": f"https://{PUBLIC}", "sec-fetch-site": "same-origin"}, True,
            id="behind one that does not say so, a new browser",
        ),
        pytest.param(
            "http", PUBLIC, {"origin": f"http://{PUBLIC}", "x-forwarded-proto": "https"}, False,
            id="a page that was not encrypted",
        ),
        pytest.param("http", LAN, {"sec-fetch-site": "cross-site"}, False, id="told: another site"),
        pytest.param(
            "http", "localhost:8501",
            {"sec-fetch-site": "same-site", "origin": "http://localhost:3000"}, False,
            id="told: another port or subdomain",
        ),
        pytest.param("http", LAN, {"sec-fetch-site": "none"}, True, id="told: no page"),
        pytest.param(
            "http", LAN, {"sec-fetch-site": "none", "origin": "chrome-extension://abc"}, False,
            id="an extension",
        ),
    ],
)  # fmt: skip
def test_what_is_sent_in_the_name_of_another_site_is_known(scheme, host, headers, own):
    assert is_own(Headers({"host": host, **headers}), scheme) is own


def test_of_two_origins_both_must_be_here():
    raw = [(b"host", LAN.encode()), (b"origin", b"http://" + LAN.encode())]
    assert is_own(Headers(raw=raw), "http")
    assert not is_own(Headers(raw=[*raw, (b"origin", b"http://evil.example")]), "http")


ELSEWHERE = {"host": LAN, "origin": "http://evil.example"}
PICTURE = packed(quartered(), "PNG")


@pytest.mark.parametrize(
    ("method", "target", "body", "status"),
    [
        ("POST", "/api/pose", PICTURE, 403),
        ("POST", "/api/analyze?exercise=squat", b"a video", 403),
        ("DELETE", "/api/jobs/x", b"", 403),
        ("POST", "/api/nothing", b"", 403),
        ("PUT", "/api/jobs/x", b"", 403),
        ("GET", "/api/jobs/x", b"", 404),
        ("HEAD", "/api/health", b"", 200),
    ],
)
def test_another_sites_page_sets_nothing_to_work(stage, method, target, body, status):
    answer = stage.ask(method, target, body, ELSEWHERE)
    assert answer.status == status
    if status == 403:
        assert "Another site" in answer.problem
        assert not stage.left()
